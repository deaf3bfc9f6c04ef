package dev.hauberk.spring.web;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Compares, at dispatch, what runs with the rule that decided (RBAC-4): where another rule is the first for the path and method that Spring
 * looked for, or no request can match both the rule and the handler's pattern, the request ends as an error.
 */
public final class SameRoute implements HandlerInterceptor {
    private final Routes routes;
    private final Mode mode;
    private final Events events;
    private final InstantSource clock;

    /**
     * An interceptor that asks these routes.
     *
     * @param mode how RBAC-4 is carried out
     */
    public SameRoute(Routes routes, Mode mode, Events events, InstantSource clock) {
        this.routes = routes;
        this.mode = mode;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (mode == Mode.DISABLED || request.getDispatcherType() == DispatcherType.ERROR || agrees(request, handler)) {
            return true;
        }
        boolean shadow = mode == Mode.SHADOW;
        events.publish(new Event(
                clock.instant(),
                Control.RBAC_4,
                shadow ? Event.Outcome.SHADOWED : Event.Outcome.DENIED,
                Reason.ERROR.code(),
                Map.of("cause", "another route")));
        if (shadow) {
            return true;
        }
        throw new IllegalStateException("the handler is not the one that the policy's rule covers");
    }

    /** The rule that decided is the first for what the dispatcher makes of the request, and can be one for its handler. */
    private boolean agrees(HttpServletRequest request, Object handler) {
        Dispatched dispatched = Dispatched.of(request, handler);
        Mapping mapping = new Mapping(Set.of(dispatched.method()), dispatched.pattern());
        Optional<RoutePolicy> decided = decided(request, dispatched.path());
        return decided.equals(routes.match(dispatched.method(), dispatched.lookup()))
                && decided.map(rule -> routes.overlaps(rule, mapping)).orElse(false);
    }

    /**
     * The rule that decided about this dispatch. A forward, an include, and an asynchronous dispatch to another path have one of their
     * own; what a filter makes of a request is decided by nobody, so there the rule stays the request's.
     */
    private Optional<RoutePolicy> decided(HttpServletRequest request, String path) {
        Exchange exchange = Exchange.of(request);
        return request.getDispatcherType() == DispatcherType.REQUEST || path.equals(exchange.path())
                ? exchange.route()
                : routes.match(request.getMethod(), path);
    }
}
