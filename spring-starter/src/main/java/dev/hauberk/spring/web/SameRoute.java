package dev.hauberk.spring.web;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
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
import java.util.Set;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Compares, at dispatch, the pattern of the handler with the rule that decided (RBAC-4): where no request can match both, what
 * was decided is not what runs, and the request ends as an error.
 */
public final class SameRoute implements HandlerInterceptor {
    private final Routes routes;
    private final Events events;
    private final InstantSource clock;

    /** An interceptor that asks these routes. */
    public SameRoute(Routes routes, Events events, InstantSource clock) {
        this.routes = routes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean decided = request.getDispatcherType() != DispatcherType.ERROR;
        if (!decided || agrees(request)) {
            return true;
        }
        events.publish(new Event(
                clock.instant(),
                Control.RBAC_4,
                Event.Outcome.DENIED,
                Reason.ERROR.code(),
                Map.of("cause", "another route")));
        throw new IllegalStateException("the handler is not the one that the policy's rule covers");
    }

    private boolean agrees(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Exchange.of(request)
                .route()
                .map(rule -> overlaps(rule, request.getMethod(), String.valueOf(pattern)))
                .orElse(false);
    }

    private boolean overlaps(RoutePolicy rule, String method, String pattern) {
        return routes.overlaps(rule, new Mapping(Set.of(method.equals("HEAD") ? "GET" : method), pattern));
    }
}
