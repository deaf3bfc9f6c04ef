package dev.hauberk.servlet.origin;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.OriginPolicy;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cross-origin resource sharing by the policy alone (HTTP-6). A preflight is answered here, before anybody is asked who they
 * are; an origin that the policy does not name gets no header that lets a browser show it the answer.
 *
 * <p>Origins are compared as they are sent, letter by letter; {@code null} is never one of them, and {@code *} is never an answer.
 */
public final class Origins extends Step {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String EXPOSED =
            "RateLimit, RateLimit-Policy, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset";

    private final OriginPolicy policy;
    private final String headers;

    private Origins(OriginPolicy policy, Mode mode, Refusals refusals) {
        super(Control.HTTP_6, mode, refusals);
        this.policy = policy;
        this.headers = String.join(", ", new TreeSet<>(policy.headers()));
    }

    /** The step, carried out as HTTP-6 is. */
    public static Origins of(OriginPolicy policy, Mode mode, Refusals refusals) {
        return new Origins(policy, mode, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!policy.allow().isEmpty()) {
            response.addHeader("Vary", "Origin");
        }
        @Nullable String origin = request.getHeader("Origin");
        if (origin == null) {
            return new Verdict.Pass(request);
        }
        boolean allowed = policy.allow().contains(origin);
        if (allowed) {
            share(response, origin);
        }
        if (!isPreflight(request)) {
            return new Verdict.Pass(request);
        }
        return allowed ? answer(request, response) : refuse(request);
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null;
    }

    private void share(HttpServletResponse response, String origin) {
        response.setHeader("Access-Control-Allow-Origin", origin);
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        if (policy.credentials()) {
            response.setHeader("Access-Control-Allow-Credentials", "true");
        }
    }

    private Verdict answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Problem> tooMany = refusals().toll(request, response);
        if (tooMany.isPresent()) {
            Problems.write(request, response, tooMany.get());
            return new Verdict.Answered();
        }
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", headers);
        response.setHeader(
                "Access-Control-Max-Age", Long.toString(policy.remember().toSeconds()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return new Verdict.Answered();
    }

    private static Verdict refuse(HttpServletRequest request) {
        Decision.Denied denied = new Decision.Denied(
                Control.HTTP_6, "origins.allow", Reason.CROSS_SITE, "name the origin in origins.allow");
        return new Verdict.Refuse(denied, Problem.of(ProblemCode.CROSS_SITE), request);
    }
}
