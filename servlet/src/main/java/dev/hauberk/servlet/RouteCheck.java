package dev.hauberk.servlet;

import dev.hauberk.Control;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.route.Coverage;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.rbac.route.Routes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds what an application maps against what the policy's rules cover (RBAC-4). */
final class RouteCheck {
    private static final Place APPLICATION = new Place("the application", 0);

    private RouteCheck() {}

    /**
     * Checks that each has its counterpart.
     *
     * @param handlers what must be covered
     * @param fallbacks what need not, and can still be what a rule is for
     * @throws PolicyException with every one that has none
     */
    static void check(Routes routes, Collection<Mapping> handlers, Collection<Mapping> fallbacks) {
        Coverage needed = routes.coverage(handlers);
        Coverage all = routes.coverage(
                Stream.concat(handlers.stream(), fallbacks.stream()).toList());
        List<Problem> problems = new ArrayList<>();
        needed.uncovered().forEach(mapping -> problems.add(uncovered(mapping)));
        all.unused().forEach(rule -> problems.add(unused(rule)));
        if (!problems.isEmpty()) {
            throw new PolicyException(problems);
        }
    }

    private static Problem uncovered(Mapping mapping) {
        String line = "- {path: \"" + mapping.pattern() + "\", "
                + (mapping.methods().isEmpty() ? "" : "method: " + List.copyOf(mapping.methods()) + ", ")
                + "access: signed-in}";
        return new Problem(
                APPLICATION,
                "routes",
                Optional.of(Control.RBAC_4),
                "a rule for every route",
                mapping + " without one",
                "Write, for example: " + line);
    }

    private static Problem unused(RoutePolicy rule) {
        return new Problem(
                rule.place(),
                "routes.path",
                Optional.of(Control.RBAC_4),
                "a route for every rule",
                rule.path() + " without one",
                "Take the rule out, or correct its path and method.");
    }
}
