package dev.hauberk.ratelimit;

import dev.hauberk.policy.Lockout;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Lockouts in a Redis cluster. */
class ClusterLockoutsTest extends LockoutsContract {
    private static RunningCluster redis;

    @BeforeAll
    static void start() {
        redis = RunningCluster.start();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Override
    Lockouts lockouts(Lockout policy, InstantSource clock) {
        return Lockouts.redis(new ClockedScripts(new FreshScripts(redis.scripts()), clock), policy);
    }

    @Override
    Duration tick() {
        return Duration.ofNanos(1_000);
    }
}
