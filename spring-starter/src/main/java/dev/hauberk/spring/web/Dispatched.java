package dev.hauberk.spring.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * What a dispatcher makes of a request, in the words of the policy: paths begin at the container's root, and Spring's below its dispatcher.
 *
 * @param method with HEAD as GET
 * @param path for which the container says that it is
 * @param lookup for which Spring looked for a handler; another one where a filter changed it
 * @param pattern the handler's
 */
record Dispatched(String method, String path, String lookup, String pattern) {
    static Dispatched of(HttpServletRequest request, Object handler) {
        String prefix = prefix(request);
        String path = path(request);
        String lookup = ServletRequestPathUtils.hasParsedRequestPath(request)
                ? prefix
                        + decoded(ServletRequestPathUtils.getParsedRequestPath(request)
                                .pathWithinApplication())
                : path;
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return new Dispatched(method, path, lookup, prefix + pattern(request, handler));
    }

    /** Without one, a handler takes whatever comes. */
    private static String pattern(HttpServletRequest request, Object handler) {
        Object best = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String pattern = best == null ? "/**" : best.toString();
        // A functional route's is that of its nest, where it has none of its own: then it takes all that is below.
        String whole = handler instanceof HandlerFunction<?> && !pattern.endsWith("/**") ? pattern + "/**" : pattern;
        return whole.isEmpty() || whole.startsWith("/") ? whole : "/" + whole;
    }

    private static String path(HttpServletRequest request) {
        return isInclude(request)
                ? text(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH))
                        + text(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO))
                : request.getServletPath() + text(request.getPathInfo());
    }

    private static String prefix(HttpServletRequest request) {
        HttpServletMapping mapping = isInclude(request)
                        && request.getAttribute(RequestDispatcher.INCLUDE_MAPPING) instanceof HttpServletMapping its
                ? its
                : request.getHttpServletMapping();
        if (mapping == null || mapping.getMappingMatch() != MappingMatch.PATH) {
            return "";
        }
        return isInclude(request)
                ? text(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH))
                : request.getServletPath();
    }

    private static boolean isInclude(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.INCLUDE;
    }

    private static String decoded(PathContainer path) {
        return path.elements().stream()
                .map(element ->
                        element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value())
                .collect(Collectors.joining());
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
