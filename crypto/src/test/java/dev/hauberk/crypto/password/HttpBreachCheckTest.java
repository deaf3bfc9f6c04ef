package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.hauberk.crypto.password.BreachCheck.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server of this machine that answers as the service does, and as it should not. */
@Tag("AUTHN-1")
class HttpBreachCheckTest {
    /** The SHA-1 of "password". */
    private static final String PREFIX = "5BAA6";

    private static final String SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";
    private static final String SHA1 = PREFIX + SUFFIX;
    private static final String OTHER = "003D68EB55068C33ACE09247EE4C639306B";
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<HttpExchange> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final HttpServer server = start();
    private int status = 200;
    private String body = "";
    private boolean silent;
    private boolean stuck;

    private HttpServer start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            started.createContext("/range/", this::answer);
            started.start();
            return started;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void sendsFiveDigitsAndAsksForPadding() {
        body = OTHER + ":3\r\n" + SUFFIX + ":9545824\r\n";
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.LEAKED);
        assertThat(asked).singleElement().satisfies(request -> {
            assertThat(request.getRequestMethod()).isEqualTo("GET");
            assertThat(request.getRequestURI()).hasToString("/range/5BAA6");
            assertThat(request.getRequestHeaders().getFirst("Add-Padding")).isEqualTo("true");
            assertThat(request.getRequestHeaders().getFirst("User-Agent")).isEqualTo("hauberk");
            assertThat(request.getRequestHeaders().values().toString()).doesNotContain(SUFFIX);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {OTHER + ":3", OTHER + ":3\r\n", OTHER + ":3\n" + SUFFIX + ":0", SUFFIX + ":0\r\n" + OTHER + ":1"
            })
    void hasNotSeenWhatIsNotThereOrIsPadding(String answer) {
        body = answer;
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.NOT_SEEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {SUFFIX + ":1", OTHER + ":0\n" + SUFFIX + ":17\n", SUFFIX + ":10"})
    void hasSeenWhatIs(String answer) {
        body = answer;
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.LEAKED);
        body = answer.toLowerCase(Locale.ROOT);
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.LEAKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "<html>Sign in to this network</html>",
                SUFFIX,
                SUFFIX + ":",
                SUFFIX + ":-1",
                SUFFIX + ":1 ",
                SUFFIX + "0:1",
                SHA1 + ":1",
                SUFFIX + ":1\r\n\r\n" + OTHER + ":1",
                SUFFIX + ":1234567890123456789",
                SUFFIX + ":1\r\nno more today"
            })
    void givesNoAnswerToWhatIsNoRange(String answer) {
        body = answer;
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.UNANSWERED);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 301, 302, 400, 404, 429, 500, 503})
    void givesNoAnswerToAnotherStatus(int other) {
        status = other;
        body = SUFFIX + ":1";
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.UNANSWERED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void readsAMegabyteAndNotMore() {
        String line = OTHER + ":1\r\n";
        body = line.repeat((1 << 20) / line.length());
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.NOT_SEEN);
        body += line;
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void waitsNoLongerThanItMayForAnAnswer() {
        silent = true;
        assertThat(check(Duration.ofMillis(50)).look(SHA1)).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void waitsNoLongerThanItMayForTheRestOfAnAnswer() {
        stuck = true;
        body = SUFFIX + ":1\r\n";
        assertThat(check(Duration.ofMillis(500)).look(SHA1)).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void givesNoAnswerWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThat(BreachCheck.http(URI.create("http://127.0.0.1:" + port + "/range/"), LONG)
                        .look(SHA1))
                .isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void staysInterruptedWhereItIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(check(LONG).look(SHA1)).isEqualTo(Answer.UNANSWERED);
        assertThat(Thread.interrupted()).isTrue();
    }

    private BreachCheck check(Duration within) {
        return BreachCheck.http(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/range/"), within);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange);
        if (silent) {
            await();
        }
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Location", "/range/" + PREFIX);
        exchange.sendResponseHeaders(status, status == 204 ? -1 : stuck ? bytes.length + 1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        }
        if (stuck) {
            await();
        }
        exchange.close();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
