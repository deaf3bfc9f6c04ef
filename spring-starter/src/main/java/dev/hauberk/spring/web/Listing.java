package dev.hauberk.spring.web;

import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.servlet.Hauberk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was found of an application's routes, each below the path at which its dispatcher stands. */
final class Listing {
    private final Hauberk hauberk;
    private final String prefix;
    private final List<Mapping> handlers = new ArrayList<>();
    private final List<Mapping> fallbacks = new ArrayList<>();

    /**
     * An empty one.
     *
     * @param prefix the dispatcher's path without a slash at its end; empty where it stands at the root
     */
    Listing(Hauberk hauberk, String prefix) {
        this.hauberk = hauberk;
        this.prefix = prefix;
    }

    /** A handler, whose every path must have a rule. */
    void handler(Set<String> methods, String pattern) {
        handlers.add(mapping(methods, pattern));
    }

    /**
     * What answers somewhere below a path, and it is not known where: any rule for something there will do, and what no rule matches is
     * denied.
     */
    void somewhere(Set<String> methods, String pattern) {
        Mapping wide = mapping(methods, pattern);
        boolean ruled = hauberk.policy().routes().stream()
                .anyMatch(rule -> hauberk.routes().overlaps(rule, wide));
        (ruled ? fallbacks : handlers).add(wide);
    }

    /** What a rule may be for, and needs none. */
    void fallback(Set<String> methods, String pattern) {
        fallbacks.add(mapping(methods, pattern));
    }

    List<Mapping> handlers() {
        return handlers.stream().distinct().toList();
    }

    List<Mapping> fallbacks() {
        return fallbacks.stream().distinct().toList();
    }

    private Mapping mapping(Set<String> methods, String pattern) {
        String path = pattern.isEmpty() || pattern.startsWith("/") ? pattern : "/" + pattern;
        String whole = prefix + path;
        return new Mapping(methods, whole.isEmpty() ? "/" : whole);
    }
}
