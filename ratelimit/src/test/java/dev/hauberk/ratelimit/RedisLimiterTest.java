package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limiter in Redis: the contract, by a clock of the test's; and what is special to it. */
class RedisLimiterTest extends RateLimiterContract {
    private static final Rate RATE = Rate.parse("3 per 1m");
    private static final AtomicInteger LIMITERS = new AtomicInteger();
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
    RateLimiter limiter(Rate rate, InstantSource clock) {
        return RateLimiter.redis(new ClockedScripts(redis.scripts(), clock), prefix(), rate, clock);
    }

    @Override
    Duration tick() {
        return Duration.ofNanos(1_000);
    }

    private static String prefix() {
        return "test:" + LIMITERS.incrementAndGet() + ":";
    }

    @Test
    @Tag("RATE-1")
    void asksNobodyForAKeyThatIsOverItsLimitUntilItMayPassAgain() {
        FakeClock clock = new FakeClock();
        ClockedScripts scripts = new ClockedScripts(redis.scripts(), clock);
        RateLimiter limiter = RateLimiter.redis(scripts, prefix(), RATE, clock);
        limiter.take("k", 3);
        Permit refused = limiter.take("k", 1);
        int asked = scripts.calls();
        clock.forward(Duration.ofSeconds(19));
        assertThat(limiter.take("k", 1))
                .isEqualTo(new Permit(
                        false,
                        3,
                        0,
                        refused.retryAfter().minusSeconds(19),
                        refused.resetAfter().minusSeconds(19)));
        assertThat(scripts.calls()).isEqualTo(asked);
        clock.forward(Duration.ofSeconds(1));
        assertThat(limiter.take("k", 1).granted()).isTrue();
        assertThat(scripts.calls()).isEqualTo(asked + 1);
    }

    @Test
    @Tag("RATE-1")
    void asksAgainForWhoeverWantsLessOrMoreThanWasRefused() {
        FakeClock clock = new FakeClock();
        RateLimiter limiter = limiter(RATE, clock);
        limiter.take("k", 2);
        assertThat(limiter.take("k", 2).retryAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(limiter.take("k", 3).retryAfter()).isEqualTo(Duration.ofSeconds(40));
        assertThat(limiter.take("k", 1).granted()).isTrue();
    }

    @Test
    @Tag("RATE-1")
    void countsForTwoNodesTogether() {
        FakeClock clock = new FakeClock();
        String prefix = prefix();
        RateLimiter one = RateLimiter.redis(new ClockedScripts(redis.scripts(), clock), prefix, RATE, clock);
        RateLimiter other = RateLimiter.redis(new ClockedScripts(redis.scripts(), clock), prefix, RATE, clock);
        one.take("k", 2);
        assertThat(other.take("k", 1).remaining()).isZero();
        assertThat(one.take("k", 1).granted()).isFalse();
    }

    @Test
    @Tag("RATE-1")
    void leavesNoKeyWithoutATimeToLive() {
        String prefix = prefix();
        RateLimiter limiter = RateLimiter.redis(redis.scripts(), prefix, RATE, InstantSource.system());
        limiter.take("k", 1);
        assertThat(redis.connection().sync().pttl(prefix + "k")).isBetween(1L, 21_000L);
        limiter.take("k", 2);
        assertThat(redis.connection().sync().pttl(prefix + "k")).isBetween(21_001L, 61_000L);
        assertThat(redis.connection().sync().keys("*"))
                .allSatisfy(
                        key -> assertThat(redis.connection().sync().pttl(key)).isPositive());
    }

    @Test
    @Tag("RATE-1")
    void goesOnWhereTheServerHasForgottenTheScript() {
        RateLimiter limiter = RateLimiter.redis(redis.scripts(), prefix(), RATE, InstantSource.system());
        limiter.take("k", 1);
        redis.connection().sync().scriptFlush();
        assertThat(limiter.take("k", 1).remaining()).isEqualTo(1);
    }

    @Test
    @Tag("RATE-1")
    void countsExactlyWhereNumbersAreGreat() {
        FakeClock clock = new FakeClock();
        RateLimiter limiter = limiter(Rate.parse("1000000000 per 30d"), clock);
        assertThat(limiter.take("k", 999_999_999).remaining()).isEqualTo(1);
        assertThat(limiter.take("k", 1).granted()).isTrue();
        Permit refused = limiter.take("k", 1);
        assertThat(refused.granted()).isFalse();
        clock.forward(refused.retryAfter());
        assertThat(limiter.take("k", 1).granted()).isTrue();
    }

    @Test
    @Tag("RATE-1")
    void answersLaterToWhoeverDoesNotWait() {
        RateLimiter limiter = RateLimiter.redis(redis.scripts(), prefix(), RATE, InstantSource.system());
        assertThat(limiter.takeAsync("k", 3).toCompletableFuture().join().granted())
                .isTrue();
        assertThat(limiter.takeAsync("k", 1).toCompletableFuture().join().granted())
                .isFalse();
        assertThat(limiter.takeAsync("k", 1).toCompletableFuture().join().granted())
                .isFalse();
    }
}
