package dev.hauberk.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawHttpTest {
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void sendsTheBytesOfARequestFromAnAddressOfItsOwn() throws Exception {
        CompletableFuture<String> seen = serve("HTTP/1.1 204 No Content\r\n\r\n", 7);
        Exchange exchange = http().from(InetAddress.getByName("127.9.8.7")).send(Request.get("/\u0001"));
        assertThat(exchange.status()).isEqualTo(204);
        assertThat(seen.get()).isEqualTo("127.9.8.7 GET /\u0001 ");
    }

    @Test
    void readsAnAnswerThatComesBeforeTheBodyIsSent() throws Exception {
        CompletableFuture<String> seen = serve("HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n", 1);
        assertThat(http().send(Request.post("/").json("x".repeat(20_000_000))).status())
                .isEqualTo(413);
        assertThat(seen.get()).endsWith(" P");
    }

    @Test
    void saysHowToRepeatWhatGotNoAnswer() throws Exception {
        CompletableFuture<String> seen = serve("", 1);
        assertThatThrownBy(() -> http().send(Request.get("/x")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("closed without an answer; repeat: curl")
                .hasCauseInstanceOf(MalformedResponseException.class);
        assertThat(seen.get()).endsWith(" G");
    }

    private RawHttp http() {
        return RawHttp.to(Address.local(server.getLocalPort()));
    }

    /** Reads some bytes of one connection, answers and closes. */
    private CompletableFuture<String> serve(String answer, int bytes) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = server.accept()) {
                String start = new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                while (!answer.isEmpty() && socket.getInputStream().read(new byte[65_536]) >= 0) {
                    // the client may still be sending
                }
                return socket.getInetAddress().getHostAddress() + " " + start;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
