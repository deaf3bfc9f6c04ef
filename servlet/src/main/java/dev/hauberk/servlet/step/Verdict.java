package dev.hauberk.servlet.step;

import dev.hauberk.Decision;
import dev.hauberk.servlet.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;

/** What a step says of a request. */
public sealed interface Verdict {
    /**
     * It may go on.
     *
     * @param request as the next step sees it
     */
    record Pass(HttpServletRequest request) implements Verdict {}

    /**
     * It may not.
     *
     * @param denied why, for events
     * @param problem what the client is told
     * @param otherwise the request as the next step sees it where the control is in shadow mode, and nothing is denied
     */
    record Refuse(Decision.Denied denied, Problem problem, HttpServletRequest otherwise) implements Verdict {}

    /** The step has answered it. */
    record Answered() implements Verdict {}
}
