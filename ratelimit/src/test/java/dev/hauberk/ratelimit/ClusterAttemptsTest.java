package dev.hauberk.ratelimit;

import dev.hauberk.policy.Rate;
import java.time.Duration;
import java.time.InstantSource;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Attempts in a Redis cluster. */
class ClusterAttemptsTest extends AttemptsContract {
    private static RunningCluster redis;

    @BeforeAll
    @BeforeContainer
    static void start() {
        redis = RunningCluster.start();
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
}
