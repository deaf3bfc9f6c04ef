package dev.hauberk.ratelimit;

import dev.hauberk.policy.Rate;
import dev.hauberk.store.BlockingScripts;
import dev.hauberk.store.jedis.JedisScripts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import redis.clients.jedis.RedisClient;

/** The contract over Jedis, which blocks. */
class JedisLimiterTest extends RateLimiterContract {
    private static final AtomicInteger LIMITERS = new AtomicInteger();
    private static RunningRedis redis;
    private static RedisClient jedis;
    private static ExecutorService waiter;

    @BeforeAll
    @BeforeContainer
    static void start() {
        redis = RunningRedis.start();
        jedis = RedisClient.create("127.0.0.1", redis.port());
        // One, so that calls reach the server in the order in which they read the test's clock.
        waiter = BlockingScripts.waiters(1);
    }

    @AfterAll
    @AfterContainer
    static void stop() {
        waiter.shutdownNow();
        jedis.close();
        redis.close();
    }

    @Override
    RateLimiter limiter(Rate rate, InstantSource clock) {
        return RateLimiter.redis(
                new ClockedScripts(JedisScripts.of(jedis, waiter), clock),
                "jedis:" + LIMITERS.incrementAndGet() + ":",
                rate,
                clock);
    }

    @Override
    Duration tick() {
        return Duration.ofNanos(1_000);
    }
}
