package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.ANN;
import static dev.hauberk.ratelimit.budget.Given.policy;
import static dev.hauberk.ratelimit.budget.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.UnavailableException;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.ClockedScripts;
import dev.hauberk.ratelimit.RunningRedis;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Budgets in Redis: the contract, by a clock of the test's; and what is special to it. */
class RedisBudgetsTest extends BudgetsContract {
    private static RunningRedis redis;

    @BeforeAll
    static void start() {
        redis = RunningRedis.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    Budgets budgets(SecurityPolicy policy) {
        redis.connection().sync().flushall();
        return beside(policy);
    }

    @Override
    Budgets beside(SecurityPolicy policy) {
        ClockedScripts scripts = new ClockedScripts(redis.scripts(), given.clock);
        return Budgets.redis(policy, scripts, Given.KEYS, given.events, given.audit, given.clock);
    }

    private Budgets byItsOwnClock(SecurityPolicy policy) {
        redis.connection().sync().flushall();
        return Budgets.redis(policy, redis.scripts(), Given.KEYS, given.events, given.audit, InstantSource.system());
    }

    @Test
    void countsForTwoNodesTogether() {
        Budgets one = budgets(policy(AI));
        Budgets other = beside(policy(AI));
        spend(one, "draft", ANN, "0.50");
        Reservation run = reserved(other.reserve("draft", ANN, usd("0.50")));
        denied(one.reserve("draft", ANN));
        assertThat(one.settle(run, usd("0.20"))).isEqualTo(Budgets.Settlement.BOOKED);
        assertThat(other.settle(run, usd("0.20"))).isEqualTo(Budgets.Settlement.NOTHING);
        reserved(other.reserve("draft", ANN, usd("0.30")));
        assertThat(denied(one.reserve("draft", ANN)).spent()).isEqualTo(usd("0.70"));
    }

    @Test
    void leavesNoKeyWithoutATimeToLiveThatEndsWithTheWindow() {
        Budgets budgets = budgets(policy(AI));
        Reservation run = reserved(budgets.reserve("draft", ANN, usd("0.10")));
        reserved(budgets.reserve("draft", ANN, usd("0.10")));
        mustEndWithTheDay();
        budgets.settle(run, usd("0.10"));
        mustEndWithTheDay();
    }

    private static void mustEndWithTheDay() {
        long left = Duration.ofHours(12).toMillis();
        assertThat(redis.connection().sync().keys("*")).hasSize(2).allSatisfy(key -> {
            assertThat(key).startsWith("hauberk:1:budget:ai:{").doesNotContain("ann");
            assertThat(redis.connection().sync().pttl(key)).isBetween(left - 600_000, left + 1_000);
        });
    }

    @Test
    void goesOnWhereTheServerHasForgottenTheScript() {
        Budgets budgets = byItsOwnClock(policy(AI));
        Reservation run = reserved(budgets.reserve("draft", ANN, usd("0.10")));
        redis.connection().sync().scriptFlush();
        assertThat(budgets.settle(run, usd("0.10"))).isEqualTo(Budgets.Settlement.BOOKED);
        redis.connection().sync().scriptFlush();
        reserved(budgets.reserve("draft", ANN, usd("0.10")));
    }

    @Test
    void grantsNothingWhereRedisIsGoneAndSaysSo() {
        RunningRedis dying = RunningRedis.start();
        try {
            Budgets budgets = Budgets.redis(
                    policy(AI).failures().isEmpty() ? policy(AI) : closed(),
                    dying.scripts(),
                    Given.KEYS,
                    given.events,
                    given.audit,
                    given.clock);
            Reservation run = reserved(budgets.reserve("draft", ANN));
            dying.kill();
            assertThatThrownBy(() -> budgets.reserve("draft", ANN)).isInstanceOf(UnavailableException.class);
            assertThatThrownBy(() -> budgets.settle(run, usd("1"))).isInstanceOf(UnavailableException.class);
            assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.FAILED);
        } finally {
            dying.close();
        }
    }

    @Test
    void letsPassWhereRedisIsGoneAndThePolicySaysOpen() {
        RunningRedis dying = RunningRedis.start();
        dying.kill();
        try {
            SecurityPolicy open = SecurityPolicy.parse(
                    accepted("failures: {RATE-6: {redis: open, within: 200ms}}") + "\nbudgets:\n  " + AI, "a test");
            Budgets budgets = Budgets.redis(open, dying.scripts(), Given.KEYS, given.events, given.audit, given.clock);
            Reservation free = reserved(budgets.reserve("draft", ANN));
            assertThat(budgets.settle(free, usd("1"))).isEqualTo(Budgets.Settlement.NOTHING);
            assertThat(given.seen).extracting(Event::outcome).containsExactly(Outcome.FAILED);
        } finally {
            dying.close();
        }
    }

    private static SecurityPolicy closed() {
        return SecurityPolicy.parse("failures: {RATE-6: {redis: closed, within: 2s}}\nbudgets:\n  " + AI, "a test");
    }
}
