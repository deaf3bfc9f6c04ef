package dev.hauberk.spring.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;

/**
 * Reads the predicate of a functional route. Whatever narrows it otherwise than by method and path, and whatever is negated or
 * cannot be read, counts as letting everything through: rather too much than too little.
 */
final class PredicateReader implements RequestPredicates.Visitor {
    private final Deque<List<Reach>> read = new ArrayDeque<>();

    private PredicateReader() {}

    /** What it lets through: each of these. */
    static List<Reach> read(RequestPredicate predicate) {
        PredicateReader reader = new PredicateReader();
        predicate.accept(reader);
        return reader.read.pop();
    }

    @Override
    public void method(Set<HttpMethod> methods) {
        Set<String> names = methods.stream().map(HttpMethod::name).collect(Collectors.toSet());
        read.push(List.of(new Reach(names, Optional.empty())));
    }

    @Override
    public void path(String pattern) {
        read.push(List.of(new Reach(Set.of(), Optional.of(pattern))));
    }

    @Override
    @SuppressWarnings("removal") // The interface demands it for as long as it is there.
    public void pathExtension(String extension) {
        anything();
    }

    @Override
    public void header(String name, String value) {
        anything();
    }

    @Override
    public void param(String name, String value) {
        anything();
    }

    @Override
    public void version(String version) {
        anything();
    }

    @Override
    public void startAnd() {}

    @Override
    public void and() {}

    @Override
    public void endAnd() {
        List<Reach> right = read.pop();
        read.push(Reach.and(read.pop(), right));
    }

    @Override
    public void startOr() {}

    @Override
    public void or() {}

    @Override
    public void endOr() {
        List<Reach> either = new ArrayList<>(read.pop());
        either.addAll(read.pop());
        read.push(either);
    }

    @Override
    public void startNegate() {}

    @Override
    public void endNegate() {
        read.pop();
        anything();
    }

    @Override
    public void unknown(RequestPredicate predicate) {
        anything();
    }

    private void anything() {
        read.push(List.of(Reach.ANYTHING));
    }
}
