package dev.hauberk.spring.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;

/**
 * An application's functional routes, by the paths and methods of their predicates. A route without a path of its own answers
 * somewhere below that of its nest, and a router function that is none of Spring's own cannot be looked into.
 */
final class FunctionalRoutes implements RouterFunctions.Visitor {
    private static final Reach ROOT = new Reach(Set.of(), Optional.of(""));

    private final Deque<List<Reach>> nests = new ArrayDeque<>(List.of(List.of(ROOT)));
    private final Listing listing;

    private FunctionalRoutes(Listing listing) {
        this.listing = listing;
    }

    static void list(ApplicationContext context, Listing listing) {
        for (RouterFunctionMapping mapping :
                context.getBeansOfType(RouterFunctionMapping.class).values()) {
            RouterFunction<?> routes = mapping.getRouterFunction();
            if (routes != null) {
                routes.accept(new FunctionalRoutes(listing));
            }
        }
    }

    @Override
    public void startNested(RequestPredicate predicate) {
        nests.push(nests.element().stream()
                .flatMap(outer -> PredicateReader.read(predicate).stream().map(inner -> nest(outer, inner)))
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public void endNested(RequestPredicate predicate) {
        nests.pop();
    }

    @Override
    public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
        for (Reach own : PredicateReader.read(predicate)) {
            for (Reach whole : Reach.within(nests.element(), List.of(own))) {
                if (own.path().isPresent()) {
                    listing.handler(whole.methods(), whole.path().orElse("/**"));
                } else {
                    listing.somewhere(whole.methods(), whole.path().orElse("/**"));
                }
            }
        }
    }

    @Override
    public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
        below(Set.of("GET"));
    }

    @Override
    public void attributes(Map<String, Object> attributes) {}

    @Override
    public void unknown(RouterFunction<?> router) {
        below(Set.of());
    }

    /** Something there may answer, and what no rule matches is denied. */
    private void below(Set<String> methods) {
        Reach.within(nests.element(), List.of(new Reach(methods, Optional.empty())))
                .forEach(reach -> listing.fallback(reach.methods(), reach.path().orElse("/**")));
    }

    /** A nest without a path leaves the one that it stands in. */
    private static List<Reach> nest(Reach outer, Reach inner) {
        return inner.path().isPresent()
                ? Reach.within(List.of(outer), List.of(inner))
                : Reach.and(List.of(outer), List.of(inner));
    }
}
