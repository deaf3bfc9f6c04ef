package dev.hauberk.servlet.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.Budgets.Answer;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RATE-6")
class BudgetAnswerTest {
    @ParameterizedTest
    @CsvSource({"PT0.001S,1", "PT1S,1", "PT1.000000001S,2", "PT12H,43200"})
    void saysInWholeSecondsRoundedUpWhenTheNextWindowBegins(Duration turnsIn, String seconds) {
        Problem problem = BudgetAnswer.problem(
                new Answer.Denied("ai", Money.parse("$1"), Money.parse("$1"), Money.ZERO, turnsIn));
        assertThat(problem.code()).isEqualTo(ProblemCode.BUDGET);
        assertThat(problem.status()).isEqualTo(429);
        assertThat(problem.headers()).containsEntry("Retry-After", List.of(seconds));
        assertThat(problem.body("r1")).contains("\"code\":\"budget\"").doesNotContain("ai");
    }
}
