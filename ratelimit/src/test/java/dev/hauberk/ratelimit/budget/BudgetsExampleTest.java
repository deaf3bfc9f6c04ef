package dev.hauberk.ratelimit.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/budgets.md shows. */
@Tag("RATE-6")
class BudgetsExampleTest {
    private int runs;

    @Test
    void reservesAndSettles() {
        Given given = new Given();
        Budgets budgets = Budgets.inMemory(
                Given.policy("ai: {per: user per day, tools: {draft: 0.75 USD, agent: 2.50 USD}}"),
                Given.KEYS,
                given.events,
                given.audit,
                given.clock);
        for (int i = 0; i < 5; i++) {
            run(budgets, Given.ANN);
        }
        assertThat(runs).isEqualTo(3);
    }

    private void run(Budgets budgets, Caller caller) {
        Answer answer = budgets.reserve("draft", caller);
        if (answer instanceof Answer.Reserved reserved) {
            Money cost = runTheTool();
            budgets.settle(reserved.reservation(), cost);
        }
    }

    private Money runTheTool() {
        runs++;
        return Money.parse("$0.30");
    }

    @Test
    void countsTokensByAPriceThatIsLessThanAMicroDollar() {
        int tokens = 1_001;
        Money cost = Money.roundedUp(new BigDecimal("0.00000015").multiply(BigDecimal.valueOf(tokens)));
        assertThat(cost).isEqualTo(new Money(151));
    }
}
