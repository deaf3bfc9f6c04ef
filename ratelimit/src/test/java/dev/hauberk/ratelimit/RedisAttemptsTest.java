package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import dev.hauberk.policy.Rate;
import dev.hauberk.ratelimit.Attempts.Taken.Granted;
import dev.hauberk.ratelimit.Attempts.Taken.Refused;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attempts in Redis: the contract, by a clock of the test's; and what is special to it. */
class RedisAttemptsTest extends AttemptsContract {
    private static final Rate RATE = Rate.parse("5 per 15m");

    private static RunningRedis redis;

    @BeforeAll
    @BeforeContainer
    static void start() {
        redis = RunningRedis.start();
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        redis.close();
    }

    @Override
    Attempts attempts(Rate rate, InstantSource clock) {
        return Attempts.redis(new ClockedScripts(new FreshScripts(redis.scripts()), clock), rate);
    }

    @Override
    Duration tick() {
        return Duration.ofNanos(1_000);
    }

    @Test
    @Tag("AUTHN-3")
    void grantsTwoNodesNoMoreThanOneAndForgetsNothingWhereBothAreStartedAnew() throws Exception {
        RedisScripts shared = new FreshScripts(redis.scripts());
        Attempts one = Attempts.redis(shared, RATE);
        Attempts other = Attempts.redis(shared, RATE);
        for (int i = 0; i < 4; i++) {
            one.take("k");
        }
        AtomicInteger turn = new AtomicInteger();
        assertThat(Race.run(() -> (turn.getAndIncrement() % 2 == 0 ? one : other).take("k")))
                .filteredOn(Granted.class::isInstance)
                .hasSize(1);
        assertThat(Attempts.redis(shared, RATE).take("k")).isInstanceOf(Refused.class);
    }

    @Test
    @Tag("AUTHN-3")
    void givesBackOnAnotherNodeWhatWasTakenOnOne() {
        RedisScripts shared = new FreshScripts(redis.scripts());
        Attempts one = Attempts.redis(shared, Rate.parse("1 per 1h"));
        Granted taken = (Granted) one.take("k");
        assertThat(one.take("k")).isInstanceOf(Refused.class);
        Attempts.redis(shared, Rate.parse("1 per 1h")).giveBack("k", taken);
        assertThat(one.take("k")).isInstanceOf(Granted.class);
    }

    @Test
    @Tag("AUTHN-3")
    void leavesNoKeyLongerThanItsLastAttemptCounts() {
        FreshScripts shared = new FreshScripts(redis.scripts());
        Attempts attempts = Attempts.redis(shared, RATE);
        Granted taken = (Granted) attempts.take("k");
        String key = shared.prefix() + "hauberk:1:attempts:{k}";
        assertThat(redis.connection().sync().pttl(key)).isBetween(899_000L, 901_000L);
        attempts.giveBack("k", taken);
        assertThat(redis.connection().sync().exists(key)).isZero();
    }

    @Test
    @Tag("AUTHN-3")
    void holdsFewerAgainstWhoeverHadMoreBeforeThePolicyChanged() {
        FakeClock clock = new FakeClock();
        RedisScripts shared = new ClockedScripts(new FreshScripts(redis.scripts()), clock);
        Attempts before = Attempts.redis(shared, RATE);
        for (int i = 0; i < 5; i++) {
            before.take("k");
            clock.forward(Duration.ofMinutes(1));
        }
        Attempts after = Attempts.redis(shared, Rate.parse("2 per 15m"));
        assertThat(after.take("k")).isEqualTo(new Refused(Duration.ofMinutes(13)));
        clock.forward(Duration.ofMinutes(13));
        assertThat(after.take("k")).isInstanceOf(Granted.class);
        assertThat(after.take("k")).isInstanceOf(Refused.class);
    }

    @Test
    @Tag("AUTHN-3")
    void letsNobodyTryWhileRedisDoesNotAnswer() {
        RunningRedis gone = RunningRedis.start();
        try (gone) {
            Attempts attempts = Attempts.redis(gone.scripts().within(Duration.ofMillis(50)), RATE);
            attempts.take("k");
            gone.kill();
            for (int i = 0; i < 10; i++) {
                assertThatThrownBy(() -> attempts.take("k")).isInstanceOf(UnavailableException.class);
            }
        }
    }
}
