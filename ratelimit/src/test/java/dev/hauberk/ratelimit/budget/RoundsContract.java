package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.policy.Money;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A thousand rounds of twenty parallel runs with $0.05 left. */
@Tag("RATE-6")
abstract class RoundsContract {
    private static final int ROUNDS = 1_000;
    private static final int RUNS = 20;

    final Given given = new Given();

    /** Budgets of one node, and of another beside it where they share a store. */
    abstract List<Budgets> nodes(SecurityPolicy policy);

    @Test
    void areOverrunByLessThanOneRun() throws Exception {
        List<Budgets> nodes = nodes(Given.policy("ai: {per: user per month, tools: {draft: 1 USD}}"));
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        CyclicBarrier start = new CyclicBarrier(RUNS);
        Money cost = usd("0.95");
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Caller caller = Given.user("user " + round, "acme");
                BudgetsContract.spend(nodes.get(round % nodes.size()), "draft", caller, "0.95");
                List<Future<Boolean>> runs = new ArrayList<>();
                for (int i = 0; i < RUNS; i++) {
                    Budgets budgets = nodes.get(i % nodes.size());
                    runs.add(threads.submit(() -> {
                        start.await();
                        Answer answer = budgets.reserve("draft", caller);
                        if (answer instanceof Answer.Reserved reserved) {
                            budgets.settle(reserved.reservation(), cost);
                        }
                        return answer instanceof Answer.Reserved;
                    }));
                }
                int granted = 0;
                for (Future<Boolean> run : runs) {
                    granted += run.get() ? 1 : 0;
                }
                assertThat(granted).as("round " + round).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
