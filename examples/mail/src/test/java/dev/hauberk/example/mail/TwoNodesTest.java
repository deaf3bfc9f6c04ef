package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.example.fixture.TestKeys;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.store.lettuce.LettuceRedis;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

/** Two nodes of the mail platform, in a plain container, on one Redis. */
class TwoNodesTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final TestKeys keys = new TestKeys();
    private RedisServer redis;
    private LettuceRedis scripts;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        scripts = LettuceRedis.connect("redis://127.0.0.1:" + port);
    }

    @AfterEach
    void stop() throws IOException {
        scripts.close();
        redis.stop();
    }

    @Test
    @Tag("AUTHN-3")
    void shareTheAttemptsOfANameAndKeepThemWhereOneIsStartedAnew() throws Exception {
        try (RunningMail one = node()) {
            try (RunningMail other = node()) {
                assertThat(List.of(guess(one), guess(other), guess(one), guess(other), guess(one)))
                        .containsOnly(401);
                assertThat(guess(other)).isEqualTo(429);
            }
            try (RunningMail again = node()) {
                assertThat(guess(again)).isEqualTo(429);
            }
        }
    }

    @Test
    @Tag("RATE-1")
    void shareALimitAndKeepItWhereOneIsStartedAnew() throws Exception {
        try (RunningMail one = node()) {
            List<Integer> answers = new ArrayList<>();
            try (RunningMail other = node()) {
                for (int i = 0; i < 6; i++) {
                    answers.add(status(one, "/auth/me"));
                    answers.add(status(other, "/auth/me"));
                }
            }
            assertThat(answers).filteredOn(status -> status == 401).hasSize(10);
            try (RunningMail again = node()) {
                assertThat(status(again, "/auth/me")).isEqualTo(429);
            }
        }
    }

    private RunningMail node() throws Exception {
        return RunningMail.node(policy(), keys, scripts);
    }

    /** The platform's own, but nothing of a limit comes back while the test runs. */
    private static SecurityPolicy policy() {
        return SecurityPolicy.parse(
                MailServerBuilder.policyText()
                        .replace("auth: 10 per 1m per address", "auth: 10 per 1d per address")
                        .replace("  contacts:", "  failures: {RATE-1: {within: 5s}}\n  contacts:"),
                "hauberk.yml");
    }

    private int guess(RunningMail node) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/auth/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"ada@acme.example\",\"password\":\"Wrong-Horse-7-Battery\"}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private int status(RunningMail node, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
