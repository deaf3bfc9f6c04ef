package dev.hauberk.servlet.limit;

import dev.hauberk.ratelimit.budget.Budgets.Answer;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** What a client is told whose budget is spent: a 429 with the code {@code budget} (RATE-6). Stateless and thread-safe. */
public final class BudgetAnswer {
    private BudgetAnswer() {}

    /**
     * Writes it.
     *
     * @throws IOException where the client is gone
     */
    public static void write(HttpServletRequest request, HttpServletResponse response, Answer.Denied denied)
            throws IOException {
        Problems.write(request, response, problem(denied));
    }

    /** The problem, which says in whole seconds, rounded up, when the next window begins. */
    static Problem problem(Answer.Denied denied) {
        Duration turnsIn = denied.turnsIn();
        long seconds = turnsIn.getSeconds() + (turnsIn.getNano() > 0 ? 1 : 0);
        return Problem.of(ProblemCode.BUDGET).withHeader("Retry-After", Long.toString(seconds));
    }
}
