package dev.hauberk.servlet;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.net.MalformedURLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the servlets of a container are mapped to.
 *
 * <p>A servlet for one path must have a rule. One for all paths below another decides by itself what is there, so any rule
 * for something below it will do, and what is left is denied. Default servlets and those for a suffix need none.
 */
public final class ServletMappings {
    /** The servlet that stands behind the library's own calls. */
    static final String NOTHING = "hauberk-nothing";

    private final List<Mapping> handlers = new ArrayList<>();
    private final List<Mapping> fallbacks = new ArrayList<>();

    private ServletMappings() {}

    /** Of all servlets that are registered by now, except those of a name whose handlers are listed otherwise. */
    static ServletMappings of(ServletContext context, Set<String> except, Routes routes, List<RoutePolicy> rules) {
        ServletMappings mappings = new ServletMappings();
        for (ServletRegistration servlet : context.getServletRegistrations().values()) {
            if (!servlet.getName().equals(NOTHING) && !except.contains(servlet.getName())) {
                servlet.getMappings().forEach(pattern -> mappings.add(pattern, servlet, routes, rules));
            }
        }
        rules.stream()
                .filter(rule -> isStatic(context, rule.path()))
                .map(rule -> new Mapping(Set.of("GET"), rule.path()))
                .forEach(mappings.fallbacks::add);
        return mappings;
    }

    /** What must be covered. */
    public List<Mapping> handlers() {
        return List.copyOf(handlers);
    }

    /** What rules may be for, and need not. */
    public List<Mapping> fallbacks() {
        return List.copyOf(fallbacks);
    }

    private void add(String pattern, ServletRegistration servlet, Routes routes, List<RoutePolicy> rules) {
        if (pattern.isEmpty()) {
            handlers.add(new Mapping(Set.of(), "/"));
        } else if (pattern.endsWith("/*")) {
            Mapping wide = new Mapping(Set.of(), pattern + "*");
            boolean ruled = rules.stream().anyMatch(rule -> routes.overlaps(rule, wide));
            (ruled ? fallbacks : handlers).add(wide);
        } else if (pattern.equals("/") || pattern.startsWith("*.")) {
            if (!isContainers(servlet)) {
                fallbacks.add(new Mapping(Set.of(), "/**"));
            }
        } else {
            handlers.add(new Mapping(Set.of(), pattern));
        }
    }

    private static boolean isContainers(ServletRegistration servlet) {
        String type = String.valueOf(servlet.getClassName());
        return type.startsWith("org.apache.catalina.")
                || type.startsWith("org.apache.jasper.")
                || type.startsWith("org.eclipse.jetty.");
    }

    private static boolean isStatic(ServletContext context, String path) {
        String exact = path.endsWith("/**") ? path.substring(0, path.length() - 2) : path;
        try {
            return !exact.contains("{") && context.getResource(exact) != null;
        } catch (MalformedURLException e) {
            return false;
        }
    }
}
