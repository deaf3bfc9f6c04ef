package dev.hauberk.servlet.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.redact.Redactor;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Served;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("AUDIT-2")
@ParameterizedClass
@EnumSource(Container.class)
class RequestLogFilterTest {
    private static final BlockingQueue<String> LINES = new LinkedBlockingQueue<>();
    private static Served served;

    @Parameter
    Container container;

    @BeforeParameterizedClassInvocation
    static void start(Container container) {
        LineSink sink = line -> {
            LINES.add(line);
            throw new IllegalStateException("a sink that fails after each line");
        };
        Handler application = RequestLogFilterTest::answer;
        served = container.start(
                List.of(RequestLogFilter.of(Redactor.standard(), sink, InstantSource.system())), application.servlet());
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    @BeforeEach
    void clear() {
        LINES.clear();
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getServletPath()) {
            case "/async" -> {
                AsyncContext async = request.startAsync();
                async.start(() -> {
                    ((HttpServletResponse) async.getResponse()).setStatus(201);
                    async.complete();
                });
            }
            case "/dispatched" -> {
                if (request.getDispatcherType() == DispatcherType.REQUEST) {
                    request.startAsync().dispatch();
                } else {
                    AsyncContext again = request.startAsync();
                    again.start(() -> {
                        try {
                            again.getResponse().getWriter().print("twice");
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                        again.complete();
                    });
                }
            }
            case "/timeout" -> request.startAsync().setTimeout(20);
            case "/throws" -> throw new IllegalStateException("ada@acme.example");
            case "/error" -> response.sendError(409);
            case "/reset" -> {
                response.setHeader("x-request-id", "theirs");
                response.reset();
                response.addHeader("X-REQUEST-ID", "theirs");
            }
            default -> response.getWriter().print(Exchange.of(request).requestId());
        }
    }

    private static JsonNode line() {
        try {
            String line = LINES.poll(20, TimeUnit.SECONDS);
            assertThat(line).as("a line").isNotNull();
            assertThat(LINES).as("more lines").isEmpty();
            return JsonMapper.shared().readTree(line);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/x, 200, info",
        "/async, 201, info",
        "/dispatched, 200, info",
        "/throws, 500, error",
        "/error, 409, info",
        "/timeout, 500, error"
    })
    void writesOneLineFor(String path, int status, String level) {
        Reply reply = served.get(path);
        assertThat(reply.status()).isEqualTo(status);
        JsonNode line = line();
        assertThat(line.get("status").asInt()).isEqualTo(status);
        assertThat(line.get("level").asString()).isEqualTo(level);
        assertThat(line.get("path").asString()).isEqualTo(path);
    }

    @Test
    void makesTheIdItselfAndTellsIt() {
        Reply reply = served.get("/x", "X-Request-Id: forged");
        String id = reply.header("X-Request-Id");
        assertThat(id).isEqualTo(reply.text()).isNotEqualTo("forged");
        assertThat(line().get("id").asString()).isEqualTo(id);
    }

    @Test
    void keepsTheIdThroughAResetAndTheApplicationsOwn() {
        assertThat(served.get("/reset").header("X-Request-Id")).hasSize(36);
    }

    @Test
    @Tag("PII-1")
    void holdsNeitherQueryNorHeadersNorAddresses() {
        served.get(
                "/users/ada%40acme.example?token=geheim",
                "Authorization: Bearer geheim", "Cookie: geheim=1", "User-Agent: max@acme.example");
        String line = line().toString();
        assertThat(line).contains("/users/[email]").doesNotContain("geheim", "ada", "max", "127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%0d%0aGET", "%1b%5b31m", "%e2%80%a8", "%22%7d%7b", "%f0%9f%98%80"})
    void staysOneLineWhateverAClientSends(String encoded) {
        Reply reply = served.get("/a" + encoded, "User-Agent: \u00ff\"}{ \u00ff");
        // A container may refuse such a path before any filter; then there is no line, and no id.
        if (reply.all("X-Request-Id").isEmpty()) {
            assertThat(reply.status()).isEqualTo(400);
        } else {
            assertThat(line().get("path").asString()).startsWith("/a");
        }
    }

    @Test
    void writesWholeLinesFromManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Reply>> replies = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                replies.add(threads.submit(() -> served.get("/x")));
            }
            Set<String> ids = new HashSet<>();
            for (Future<Reply> reply : replies) {
                ids.add(reply.get().header("X-Request-Id"));
            }
            Set<String> logged = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                logged.add(JsonMapper.shared()
                        .readTree(LINES.poll(20, TimeUnit.SECONDS))
                        .get("id")
                        .asString());
            }
            assertThat(logged).isEqualTo(ids).hasSize(200);
        } finally {
            threads.shutdownNow();
        }
    }
}
