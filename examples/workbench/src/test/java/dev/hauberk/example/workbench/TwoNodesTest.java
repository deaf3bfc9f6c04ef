package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.example.fixture.TestKeys;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes of the workbench on one Redis. */
@Tag("RATE-1")
class TwoNodesTest {
    private static final int PUBLIC = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final TestKeys keys = new TestKeys();
    private OwnRedis redis;

    @BeforeEach
    void start() throws IOException {
        redis = OwnRedis.start();
    }

    @AfterEach
    void stop() throws IOException {
        redis.stop();
    }

    @Test
    void shareALimitAndKeepItWhereOneIsStartedAnew() throws Exception {
        try (RunningWorkbench one = node()) {
            try (RunningWorkbench other = node()) {
                assertThat(passed(one, 20)).isEqualTo(20);
                assertThat(passed(other, 20)).isEqualTo(PUBLIC - 20);
            }
            try (RunningWorkbench again = node()) {
                assertThat(passed(again, 3)).isZero();
                assertThat(passed(one, 3)).isZero();
            }
        }
    }

    @Test
    void goOnWithoutRedisAndAnswerNothingThatIsClosedThen() throws Exception {
        try (RunningWorkbench one = node()) {
            assertThat(passed(one, 1)).isEqualTo(1);
            redis.stop();
            assertThat(passed(one, 5)).isEqualTo(5);
            assertThat(get(one, "/auth/me").statusCode()).isEqualTo(503);
        }
    }

    private RunningWorkbench node() {
        return new RunningWorkbench(policy(), keys, List.of("--HAUBERK_REDIS_URL=" + redis.url()));
    }

    /** The workbench's own, but nothing of its public limit comes back while the test runs. */
    private static SecurityPolicy policy() {
        return SecurityPolicy.parse(
                Policies.text().replace("public: 30 per 1m per address", "public: 30 per 1d per address"),
                "hauberk.yml");
    }

    private int passed(RunningWorkbench node, int times) throws Exception {
        int passed = 0;
        for (int i = 0; i < times; i++) {
            passed += get(node, "/api/stats").statusCode() == 200 ? 1 : 0;
        }
        return passed;
    }

    private HttpResponse<Void> get(RunningWorkbench node, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
