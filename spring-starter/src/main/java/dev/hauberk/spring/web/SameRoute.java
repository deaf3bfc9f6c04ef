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
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Compares, at dispatch, the pattern of the handler with the rule that decided (RBAC-4): where no request can match both, what
 * was decided is not what runs, and the request ends as an error.
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
        if (mode == Mode.DISABLED || request.getDispatcherType() == DispatcherType.ERROR || agrees(request)) {
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

    private boolean agrees(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Mapping mapping = new Mapping(Set.of(method), String.valueOf(pattern));
        return rule(request).map(rule -> routes.overlaps(rule, mapping)).orElse(false);
    }

    /** The rule that decided about this dispatch: a forward, an include or another path's has one of its own. */
    private Optional<RoutePolicy> rule(HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        String path = path(request);
        return path.equals(exchange.path()) ? exchange.route() : routes.match(request.getMethod(), path);
    }

    private static String path(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            return text(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH))
                    + text(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO));
        }
        return request.getServletPath() + text(request.getPathInfo());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
