package dev.hauberk.ratelimit.budget;

import static dev.hauberk.ratelimit.budget.Given.ANN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import org.junit.jupiter.api.Test;

/** Budgets in memory: the contract; and that another node has its own. */
class MemoryBudgetsTest extends BudgetsContract {
    @Override
    Budgets budgets(SecurityPolicy policy) {
        return Budgets.inMemory(policy, Given.KEYS, given.events, given.audit, given.clock);
    }

    @Override
    Budgets beside(SecurityPolicy policy) {
        return budgets(policy);
    }

    @Test
    void hasABudgetOnEachNode() {
        Budgets one = budgets(Given.policy(AI));
        spend(one, "draft", ANN, "1");
        assertThat(beside(Given.policy(AI)).reserve("draft", ANN)).isInstanceOf(Budgets.Answer.Reserved.class);
    }
}
