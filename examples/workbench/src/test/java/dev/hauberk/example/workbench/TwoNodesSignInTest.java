package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.example.fixture.TestKeys;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Guessing at passwords on two nodes of the workbench that share a Redis. A 401 is a password that was looked at. */
class TwoNodesSignInTest {
    private static final String RIGHT = "Correct-Horse-7-Battery";
    private static final String WRONG = "Wrong-Horse-7-Battery";

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
    @Tag("AUTHN-3")
    void lookAtNoMoreThanOneOfAHundredGuessesWhereOneAttemptIsLeft() throws Exception {
        try (RunningWorkbench one = node("");
                RunningWorkbench other = node("")) {
            for (int i = 0; i < 4; i++) {
                assertThat(signIn(i % 2 == 0 ? one : other, WRONG)).isEqualTo(401);
            }
            List<CompletableFuture<Integer>> guesses = IntStream.range(0, 100)
                    .mapToObj(i -> client.sendAsync(
                                    request(i % 2 == 0 ? one : other, WRONG), HttpResponse.BodyHandlers.discarding())
                            .thenApply(HttpResponse::statusCode))
                    .toList();
            List<Integer> answers =
                    guesses.stream().map(CompletableFuture::join).toList();
            assertThat(answers).containsOnly(401, 429);
            assertThat(answers).filteredOn(status -> status == 401).hasSize(1);
            assertThat(signIn(other, RIGHT)).isEqualTo(429);
        }
    }

    @Test
    @Tag("AUTHN-3")
    void looksAtNothingWhereRedisIsGoneAtTheThirdAttempt() throws Exception {
        try (RunningWorkbench one = node("")) {
            assertThat(signIn(one, WRONG)).isEqualTo(401);
            assertThat(signIn(one, WRONG)).isEqualTo(401);
            redis.stop();
            for (int i = 0; i < 10; i++) {
                assertThat(signIn(one, i % 2 == 0 ? WRONG : RIGHT)).isEqualTo(503);
            }
        }
    }

    @Test
    @Tag("AUTHN-3")
    void giveNoAttemptMoreWhereTheClockOfOneIsSetBackOrForward() throws Exception {
        try (RunningWorkbench one = node("");
                RunningWorkbench other = node("")) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn(i % 2 == 0 ? one : other, WRONG)).isEqualTo(401);
            }
            one.clock().advance(Duration.ofMinutes(-20));
            assertThat(signIn(one, WRONG)).isEqualTo(429);
            one.clock().advance(Duration.ofMinutes(60));
            assertThat(signIn(one, WRONG)).isEqualTo(429);
            assertThat(signIn(other, WRONG)).isEqualTo(429);
        }
    }

    @Test
    @Tag("AUTHN-4")
    void lockAnAccountTogetherAndAfterARestart() throws Exception {
        try (RunningWorkbench one = node(", AUTHN-3: shadow")) {
            try (RunningWorkbench other = node(", AUTHN-3: shadow")) {
                List<Integer> answers = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    answers.add(signIn(i % 2 == 0 ? one : other, WRONG));
                }
                assertThat(answers).containsOnly(401);
                assertThat(Stream.of(one, other).map(node -> status(node, RIGHT)))
                        .containsOnly(429);
            }
            try (RunningWorkbench again = node(", AUTHN-3: shadow")) {
                assertThat(signIn(again, RIGHT)).isEqualTo(429);
            }
        }
    }

    private RunningWorkbench node(String mode) {
        return new RunningWorkbench(policy(mode), keys, List.of("--HAUBERK_REDIS_URL=" + redis.url()));
    }

    /** The workbench's own, but the requests of one address may be more, and a slow machine is no fault of Redis. */
    private static SecurityPolicy policy(String mode) {
        return SecurityPolicy.parse(
                Policies.text()
                                .replace(
                                        "modes: {AUTHN-5: shadow}",
                                        "modes: {AUTHN-5: shadow, RATE-5: shadow" + mode + "}")
                                .replace("  limits:", "  failures: {RATE-1: {within: 5s, closed: []}}\n  limits:")
                        + accepted("RATE-5")
                        + (mode.isEmpty() ? "" : accepted("AUTHN-3")),
                "hauberk.yml");
    }

    private static String accepted(String control) {
        return "    - {control: " + control + ", why: a test, by: a test, until: 2099-01-01}\n";
    }

    private int status(RunningWorkbench node, String password) {
        return client.sendAsync(request(node, password), HttpResponse.BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private int signIn(RunningWorkbench node, String password) throws Exception {
        return client.send(request(node, password), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest request(RunningWorkbench node, String password) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/auth/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"ada@acme.example\",\"password\":\"" + password + "\"}"))
                .build();
    }
}
