package dev.hauberk.spring.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a functional route's predicate lets through, as far as it can be told.
 *
 * @param methods the methods; none where it is any
 * @param path the pattern of its paths; empty where it is any, or a predicate says it that cannot be read
 */
record Reach(Set<String> methods, Optional<String> path) {
    static final Reach ANYTHING = new Reach(Set.of(), Optional.empty());

    Reach {
        methods = Set.copyOf(methods);
    }

    /** What both let through: every one of these with every one of those, except where their methods exclude each other. */
    static List<Reach> and(List<Reach> these, List<Reach> those) {
        List<Reach> both = new ArrayList<>();
        for (Reach one : these) {
            for (Reach other : those) {
                if (!one.excludes(other)) {
                    both.add(new Reach(one.commonMethods(other), one.narrowerPath(other)));
                }
            }
        }
        return both;
    }

    /** What is let through by an outer predicate that takes the beginning of the path, and an inner one that takes the rest. */
    static List<Reach> within(List<Reach> outer, List<Reach> inner) {
        List<Reach> nested = new ArrayList<>();
        for (Reach one : outer) {
            for (Reach other : inner) {
                if (!one.excludes(other)) {
                    nested.add(new Reach(one.commonMethods(other), one.continuedPath(other)));
                }
            }
        }
        return nested;
    }

    private boolean excludes(Reach other) {
        return !methods.isEmpty()
                && !other.methods.isEmpty()
                && commonMethods(other).isEmpty();
    }

    private Set<String> commonMethods(Reach other) {
        if (methods.isEmpty() || other.methods.isEmpty()) {
            return methods.isEmpty() ? other.methods : methods;
        }
        Set<String> common = new HashSet<>(methods);
        common.retainAll(other.methods);
        return common;
    }

    private Optional<String> narrowerPath(Reach other) {
        return path.filter(pattern -> !isWide(pattern)).or(other::path).or(this::path);
    }

    private Optional<String> continuedPath(Reach other) {
        if (path.isEmpty() || other.path.isEmpty()) {
            return path.map(pattern -> start(pattern) + "/**").or(other::path);
        }
        return Optional.of(start(path.get()) + other.path.get());
    }

    private static String start(String pattern) {
        return pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
    }

    private static boolean isWide(String pattern) {
        return pattern.contains("**") || pattern.contains("{*");
    }
}
