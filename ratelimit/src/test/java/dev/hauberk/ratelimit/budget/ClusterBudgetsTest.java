package dev.hauberk.ratelimit.budget;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.ClockedScripts;
import dev.hauberk.ratelimit.RunningCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Budgets in a Redis cluster of three. */
class ClusterBudgetsTest extends BudgetsContract {
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
    Budgets budgets(SecurityPolicy policy) {
        redis.forget();
        return beside(policy);
    }

    @Override
    Budgets beside(SecurityPolicy policy) {
        ClockedScripts scripts = new ClockedScripts(redis.scripts(), given.clock);
        return Budgets.redis(policy, scripts, Given.KEYS, given.events, given.audit, given.clock);
    }
}
