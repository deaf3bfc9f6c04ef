package dev.hauberk.rbac.route;

import dev.hauberk.policy.RoutePolicy;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A set of requests: those with one of these methods and one of these paths.
 *
 * @param methods none means all
 */
record Requests(Set<String> methods, PathSet paths) {
    Requests {
        methods = methods.stream().map(Requests::judged).collect(Collectors.toUnmodifiableSet());
    }

    /** @throws IllegalArgumentException saying how a path is written */
    static Requests of(RoutePolicy rule) {
        return new Requests(rule.method(), PathSet.ofRule(rule.path()));
    }

    static Requests of(Mapping mapping) {
        return new Requests(mapping.methods(), PathSet.ofMapping(mapping.pattern()));
    }

    /** A HEAD is judged as the GET that answers it (RFC 9110, section 9.3.2). */
    static String judged(String method) {
        return method.equals("HEAD") ? "GET" : method;
    }

    boolean matches(String method, String path) {
        return takes(method) && paths.matches(path);
    }

    boolean takes(String method) {
        return methods.isEmpty() || methods.contains(method);
    }

    boolean overlaps(Requests other) {
        return paths.overlaps(other.paths)
                && (methods.isEmpty()
                        || other.methods.isEmpty()
                        || methods.stream().anyMatch(other.methods::contains));
    }
}
