package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.RunningRedis;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two nodes on one Redis, by its clock. */
class RedisRoundsTest extends RoundsContract {
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
    List<Budgets> nodes(SecurityPolicy policy) {
        return List.of(node(policy), node(policy));
    }

    private Budgets node(SecurityPolicy policy) {
        return Budgets.redis(policy, redis.scripts(), Given.KEYS, given.events, given.audit, given.clock);
    }
}
