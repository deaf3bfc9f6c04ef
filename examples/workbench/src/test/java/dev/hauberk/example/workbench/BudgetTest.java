package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.example.fixture.TestKeys;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.attack.Race;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.embedded.RedisServer;

/** What tools may cost a user of the workbench, over the wire. */
@Tag("RATE-6")
class BudgetTest {
    private static final SecurityPolicy POLICY = Policies.own();

    /** With one draft spent, $0.05 are left. */
    private static final SecurityPolicy FIVE_CENTS_MORE =
            SecurityPolicy.parse(Policies.text().replace("draft: 0.75 USD", "draft: 0.80 USD"), "hauberk.yml");

    @Test
    void runsAToolUntilItsBudgetIsSpentAndAgainOnTheNextDay() throws Exception {
        try (RunningWorkbench workbench = new RunningWorkbench(POLICY)) {
            User user = user(workbench, "pro");
            Session session = signIn(workbench, user);
            Exchange ran = session.send(run("draft"));
            assertThat(ran.status()).isEqualTo(200);
            assertThat(Json.text(Json.of(ran.response()), "cost")).contains("0.75 USD");

            Exchange spent = session.send(run("draft"));
            assertThat(spent.status()).isEqualTo(429);
            assertThat(spent.header("Content-Type")).contains("application/problem+json");
            assertThat(Json.text(Json.of(spent.response()), "code")).contains("budget");
            long seconds = Long.parseLong(spent.header("Retry-After").orElseThrow());
            assertThat(seconds).isBetween(1L, Duration.ofDays(1).toSeconds());
            assertThat(workbench.auditRecords())
                    .filteredOn(record -> record.contains("RATE-6"))
                    .hasSize(1);

            assertThat(session.send(run("agent")).status()).isEqualTo(200);
            assertThat(session.send(run("agent")).status()).isEqualTo(429);
            assertThat(signIn(workbench, user(workbench, "pro"))
                            .send(run("draft"))
                            .status())
                    .isEqualTo(200);

            workbench.clock().advance(Duration.ofSeconds(seconds));
            assertThat(signIn(workbench, user).send(run("draft")).status()).isEqualTo(200);
        }
    }

    @Test
    void isOverrunByLessThanOneRunWhereTwentyRunInParallelWithFiveCentsLeft() throws Exception {
        try (RunningWorkbench workbench = new RunningWorkbench(FIVE_CENTS_MORE)) {
            for (int round = 0; round < 5; round++) {
                Session session = signIn(workbench, user(workbench, "pro"));
                assertThat(session.send(run("draft")).status()).isEqualTo(200);
                assertThat(statuses(session)).containsOnly(200, 429).containsOnlyOnce(200);
            }
        }
    }

    private static List<Integer> statuses(Session session) throws Exception {
        Request armed = session.armed(run("draft"));
        Callable<Integer> one = () -> session.send(armed).status();
        return Race.of(Collections.nCopies(20, one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "Draft", "draft ", "ai", "total"})
    void refusesAToolThatIsNotThere(String tool) throws Exception {
        try (RunningWorkbench workbench = new RunningWorkbench(POLICY)) {
            Exchange refused = signIn(workbench, user(workbench, "pro")).send(run(tool));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.header("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void runsNothingForWhoeverMayNot() throws Exception {
        try (RunningWorkbench workbench = new RunningWorkbench(POLICY)) {
            assertThat(signIn(workbench, user(workbench, "user"))
                            .send(run("draft"))
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void isOneBudgetForTwoNodesOfOneRedisAndIsNotFilledByAStart() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RedisServer redis = redis(port);
        SecurityPolicy policy = SecurityPolicy.parse(
                Policies.text()
                        .replace("draft: 0.75 USD", "draft: 1.60 USD")
                        .replace("  input:\n", "  failures: {RATE-6: {redis: closed, within: 5s}}\n\n  input:\n"),
                "hauberk.yml");
        TestKeys keys = new TestKeys();
        List<String> settings = List.of("--HAUBERK_REDIS_URL=redis://127.0.0.1:" + port);
        try (RunningWorkbench one = new RunningWorkbench(policy, keys, settings)) {
            User user = user(one, "pro");
            try (RunningWorkbench other = new RunningWorkbench(policy, keys, settings)) {
                // Each node has users of its own; the same id on both is the same user.
                other.users().add(user);
                assertThat(signIn(one, user).send(run("draft")).status()).isEqualTo(200);
                assertThat(signIn(other, user).send(run("draft")).status()).isEqualTo(200);
                assertThat(signIn(one, user).send(run("draft")).status()).isEqualTo(200);
                assertThat(signIn(other, user).send(run("draft")).status()).isEqualTo(429);
            }
            try (RunningWorkbench again = new RunningWorkbench(policy, keys, settings)) {
                again.users().add(user);
                assertThat(signIn(again, user).send(run("draft")).status()).isEqualTo(429);
            }
            Session session = signIn(one, user);
            redis.stop();
            assertThat(session.send(run("agent")).status()).isEqualTo(503);
        } finally {
            redis.stop();
        }
    }

    private static RedisServer redis(int port) throws IOException {
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        return redis;
    }

    private static Request run(String tool) {
        return Request.post("/api/workbench/run").json("{\"tool\":\"" + tool + "\",\"prompt\":\"hello\"}");
    }

    private static User user(RunningWorkbench workbench, String role) {
        return workbench.users().add(role, "acme");
    }

    private static Session signIn(RunningWorkbench workbench, User user) throws Exception {
        Target target = workbench.target(POLICY, Optional.empty());
        return Client.of(target, InetAddress.getLoopbackAddress()).signIn(user).orElseThrow();
    }
}
