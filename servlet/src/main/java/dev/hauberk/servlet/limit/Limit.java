package dev.hauberk.servlet.limit;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Permit;
import dev.hauberk.Reason;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/**
 * Counts every request and refuses what is too many (RATE-2, RATE-5), and says in every answer how many are left (RATE-3).
 */
public final class Limit extends Step {
    private final Count count;

    private Limit(Count count, Mode mode, Refusals refusals) {
        super(Control.RATE_5, mode, refusals);
        this.count = count;
    }

    /** The step, carried out as RATE-5 is. */
    public static Limit of(Count count, Mode mode, Refusals refusals) {
        return new Limit(count, mode, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        Optional<Permit> permit = count.takeOfCaller(request, response);
        if (permit.isEmpty() || permit.get().granted()) {
            return new Verdict.Pass(request);
        }
        Decision.Denied denied =
                new Decision.Denied(Control.RATE_5, "limits", Reason.LIMIT, "a higher limit, or fewer requests");
        return new Verdict.Refuse(denied, LimitHeaders.problem(permit.get()), request);
    }
}
