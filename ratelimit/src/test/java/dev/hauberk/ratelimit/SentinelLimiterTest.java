package dev.hauberk.ratelimit;

import dev.hauberk.policy.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The limiter in the Redis that a Sentinel names. */
class SentinelLimiterTest extends RateLimiterContract {
    private static final AtomicInteger LIMITERS = new AtomicInteger();
    private static RunningSentinel redis;

    @BeforeAll
    @BeforeContainer
    static void start() {
        redis = RunningSentinel.start();
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        redis.close();
    }

    @Override
    RateLimiter limiter(Rate rate, InstantSource clock) {
        String prefix = "test:" + LIMITERS.incrementAndGet() + ":";
        return RateLimiter.redis(new ClockedScripts(redis.scripts(), clock), prefix, rate, clock);
    }

    @Override
    Duration tick() {
        return Duration.ofNanos(1_000);
    }
}
