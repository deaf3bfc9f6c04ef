package dev.hauberk.rbac.route;

import dev.hauberk.Control;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.RoutePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wrong with rules in themselves, all of it at once. */
final class RuleCheck {
    private static final Pattern METHOD = Pattern.compile("[A-Z]+(-[A-Z]+)*");
    private static final Requests NONE = new Requests(Set.of(), new PathSet(List.of(), false));

    private final List<Problem> problems = new ArrayList<>();

    private RuleCheck() {}

    /**
     * What each rule covers, in their order.
     *
     * @throws PolicyException with every problem
     */
    static List<Requests> check(List<RoutePolicy> rules) {
        RuleCheck check = new RuleCheck();
        List<Requests> requests = new ArrayList<>();
        for (RoutePolicy rule : rules) {
            Requests next = check.read(rule);
            if (next != NONE && next.isWithin(requests)) {
                check.report(
                        rule,
                        "path",
                        "a rule that can be reached",
                        rule.path(),
                        "Move it above the rule that covers it, or leave it out.");
            }
            requests.add(next);
        }
        if (!check.problems.isEmpty()) {
            throw new PolicyException(check.problems);
        }
        return List.copyOf(requests);
    }

    private Requests read(RoutePolicy rule) {
        rule.method().stream()
                .filter(method -> !METHOD.matcher(method).matches())
                .forEach(method ->
                        report(rule, "method", "methods in upper case", method, "Write GET, or [GET, POST]."));
        try {
            return Requests.of(rule);
        } catch (IllegalArgumentException e) {
            report(
                    rule,
                    "path",
                    String.valueOf(e.getMessage()),
                    rule.path(),
                    "Write /api/stats, /api/prompts/{id} or /api/admin/**.");
            return NONE;
        }
    }

    private void report(RoutePolicy rule, String key, String asked, String set, String remedy) {
        problems.add(new Problem(rule.place(), "routes." + key, Optional.of(Control.RBAC_4), asked, set, remedy));
    }
}
