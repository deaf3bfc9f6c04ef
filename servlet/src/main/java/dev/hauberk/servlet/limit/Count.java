package dev.hauberk.servlet.limit;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.Permit;
import dev.hauberk.policy.Limit.Scope;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.ratelimit.Limits;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.access.MatchedRule;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.step.Toll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts each request once: of its caller, or of its address where nobody is signed in or a step refused it earlier. One that is
 * refused after its caller was counted takes from its address too, and keeps its answer. Thread-safe.
 */
public final class Count implements Toll {
    private static final String COUNTED = Count.class.getName();

    private final SecurityPolicy policy;
    private final Limits limits;
    private final Routes routes;
    private final LimitHeaders headers;

    private Count(SecurityPolicy policy, Limits limits, Routes routes) {
        this.policy = policy;
        this.limits = limits;
        this.routes = routes;
        this.headers = new LimitHeaders(policy.headers().rateLimit());
    }

    /** Counts by the policy's limits, of the category of the rule that covers a request. */
    public static Count of(SecurityPolicy policy, Limits limits, Routes routes) {
        return new Count(policy, limits, routes);
    }

    private enum Counted {
        OF_CALLER,
        OF_ADDRESS
    }

    /** Counts a request of its caller, and says so in its answer. */
    Optional<Permit> takeOfCaller(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Exchange.of(request).caller();
        Optional<Limits.Taken> taken = limits.take(category(request), caller);
        taken.ifPresent(known -> {
            boolean ofAddress = caller.isAnonymous() || known.limit().per() == Scope.ADDRESS;
            request.setAttribute(COUNTED, ofAddress ? Counted.OF_ADDRESS : Counted.OF_CALLER);
            headers.write(response, known);
        });
        return taken.map(Limits.Taken::permit);
    }

    @Override
    public Optional<Problem> take(HttpServletRequest request, HttpServletResponse response) {
        @Nullable Object counted = request.getAttribute(COUNTED);
        Mode mode = policy.mode(Control.RATE_5);
        if (counted == Counted.OF_ADDRESS || mode == Mode.DISABLED) {
            return Optional.empty();
        }
        request.setAttribute(COUNTED, Counted.OF_ADDRESS);
        Optional<Limits.Taken> taken =
                limits.take(category(request), Exchange.of(request).address());
        if (counted == Counted.OF_CALLER) {
            // Its answer has said what the caller has left, and goes on saying it.
            return Optional.empty();
        }
        taken.ifPresent(known -> headers.write(response, known));
        return taken.map(Limits.Taken::permit)
                .filter(permit -> !permit.granted() && mode == Mode.ENFORCE)
                .map(LimitHeaders::problem);
    }

    private Optional<String> category(HttpServletRequest request) {
        return MatchedRule.of(request, routes).flatMap(RoutePolicy::limit);
    }
}
