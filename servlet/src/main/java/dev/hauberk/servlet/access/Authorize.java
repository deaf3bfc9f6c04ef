package dev.hauberk.servlet.access;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a caller make the requests that the rules permit, and no other (RBAC-4).
 *
 * <p>Where no rule covers a request it is denied, and so it is where the decision fails. Whoever is not signed in gets a 401,
 * whoever is and may not a 403; neither says why, except that a missing factor is named. A denial is on the audit trail before it is
 * answered; where it cannot be, the answer is a 500. A forward, an include or an asynchronous dispatch to another path, outside
 * {@code /WEB-INF}, is decided anew; an include that is denied fails its request.
 */
public final class Authorize extends Step {
    private final Routes routes;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final FirstDenial firstDenial = new FirstDenial();

    private Authorize(Routes routes, AuditTrail audit, InstantSource clock, Refusals refusals) {
        // The routes keep the modes of all three controls that they decide for.
        super(Control.RBAC_4, Mode.ENFORCE, refusals);
        this.routes = routes;
        this.audit = audit;
        this.clock = clock;
    }

    /** The step, carried out as RBAC-4, RBAC-5 and AUTHN-5 are. */
    public static Authorize of(Routes routes, AuditTrail audit, InstantSource clock, Refusals refusals) {
        return new Authorize(routes, audit, clock, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        return decide(request, Exchange.of(request).path(), MatchedRule.of(request, routes));
    }

    @Override
    protected Verdict again(HttpServletRequest request, HttpServletResponse response) {
        DispatcherType type = request.getDispatcherType();
        boolean same = type == DispatcherType.ASYNC
                && forwardedPath(request).equals(Exchange.of(request).path());
        if (type == DispatcherType.ERROR || same) {
            return new Verdict.Pass(request);
        }
        String path = type == DispatcherType.INCLUDE ? includedPath(request) : forwardedPath(request);
        if (path.equals("/WEB-INF") || path.startsWith("/WEB-INF/")) {
            return new Verdict.Pass(request);
        }
        return decide(request, path, routes.match(request.getMethod(), path));
    }

    private static String forwardedPath(HttpServletRequest request) {
        @Nullable String below = request.getPathInfo();
        return below == null ? request.getServletPath() : request.getServletPath() + below;
    }

    private static String includedPath(HttpServletRequest request) {
        return text(request, RequestDispatcher.INCLUDE_SERVLET_PATH)
                + text(request, RequestDispatcher.INCLUDE_PATH_INFO);
    }

    private static String text(HttpServletRequest request, String attribute) {
        @Nullable Object value = request.getAttribute(attribute);
        return value == null ? "" : value.toString();
    }

    private Verdict decide(HttpServletRequest request, String path, Optional<RoutePolicy> rule) {
        Caller caller = Exchange.of(request).caller();
        Decision decision = routes.decide(caller, rule);
        routes.shadowed(caller, rule).forEach(denied -> refusals().shadow(request, denied));
        if (!(decision instanceof Decision.Denied denied)) {
            return new Verdict.Pass(request);
        }
        firstDenial.tell(request.getMethod(), path, denied);
        audit.append(record(request.getMethod(), caller, rule, denied));
        return new Verdict.Refuse(denied, Problem.of(code(caller, denied)), request);
    }

    private static ProblemCode code(Caller caller, Decision.Denied denied) {
        if (caller.isAnonymous()) {
            return ProblemCode.UNAUTHENTICATED;
        }
        return denied.reason() == Reason.FACTOR ? ProblemCode.STEP_UP : ProblemCode.FORBIDDEN;
    }

    private AuditRecord record(String method, Caller caller, Optional<RoutePolicy> rule, Decision.Denied denied) {
        return new AuditRecord(
                clock.instant(),
                denied.control(),
                "request",
                caller.user(),
                caller.tenant().map(tenant -> tenant.id()),
                rule.map(RoutePolicy::path),
                AuditRecord.Outcome.DENIED,
                Map.of(
                        "method",
                        method,
                        "rule",
                        denied.rule(),
                        "reason",
                        denied.reason().code()));
    }
}
