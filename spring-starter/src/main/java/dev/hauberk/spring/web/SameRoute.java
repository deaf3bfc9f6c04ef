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
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;

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

    private boolean agrees(HttpServletRequest request, Object handler) {
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        Mapping mapping = new Mapping(Set.of(method), pattern(request, handler));
        return rule(request).map(rule -> routes.overlaps(rule, mapping)).orElse(false);
    }

    /** The handler's pattern from the container's root on. Without one, a handler takes whatever comes. */
    private static String pattern(HttpServletRequest request, Object handler) {
        Object best = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String pattern = best == null ? "/**" : best.toString();
        // A functional route's is that of its nest, where it has none of its own: then it takes all that is below.
        String whole = handler instanceof HandlerFunction<?> && !pattern.endsWith("/**") ? pattern + "/**" : pattern;
        return prefix(request) + (whole.isEmpty() || whole.startsWith("/") ? whole : "/" + whole);
    }

    /** The path at which this dispatcher stands, which Spring's patterns leave out. */
    private static String prefix(HttpServletRequest request) {
        Object included = request.getAttribute(RequestDispatcher.INCLUDE_MAPPING);
        boolean isInclude = request.getDispatcherType() == DispatcherType.INCLUDE;
        HttpServletMapping mapping =
                isInclude && included instanceof HttpServletMapping its ? its : request.getHttpServletMapping();
        if (mapping == null || mapping.getMappingMatch() != MappingMatch.PATH) {
            return "";
        }
        return isInclude
                ? text(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH))
                : text(request.getServletPath());
    }

    /**
     * The rule that decided about this dispatch. A forward, an include, and an asynchronous dispatch to another path have one of their
     * own; what a filter makes of the path of a request is decided by nobody, so there the rule stays the request's.
     */
    private Optional<RoutePolicy> rule(HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            return exchange.route();
        }
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
