package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the rules of the routes, one by one and against those above. */
final class RouteCheck {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    /** What a rule without methods covers: a method that nobody has named is one of these too. */
    private static final Set<String> METHODS_AND_OTHERS =
            Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "");

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> NO_SHAPE = Set.of("none", "any");

    private final SecurityPolicy policy;
    private final Findings findings;
    private final List<Rule> above = new ArrayList<>();

    RouteCheck(SecurityPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        policy.routes().forEach(this::check);
    }

    private void check(RoutePolicy rule) {
        checkMethods(rule);
        checkWho(rule);
        rule.limit().ifPresent(limit -> named(rule, "limit", Control.RATE_2, List.of(limit), findings.keys("limits")));
        checkBody(rule);
        path(rule).ifPresent(path -> checkReached(new Rule(rule, path)));
    }

    private Optional<PathPattern> path(RoutePolicy rule) {
        try {
            return Optional.of(PathPattern.parse(rule.path()));
        } catch (IllegalArgumentException e) {
            findings.wrong(
                    rule,
                    "path",
                    Control.RBAC_4,
                    String.valueOf(e.getMessage()),
                    rule.path(),
                    "Write /api/stats, /api/prompts/{id} or /api/admin/**.");
            return Optional.empty();
        }
    }

    private void checkMethods(RoutePolicy rule) {
        for (String method : rule.method()) {
            if (!METHODS.contains(method)) {
                findings.wrong(
                        rule,
                        "method",
                        Control.RBAC_4,
                        "one of GET, POST, PUT, PATCH, DELETE, OPTIONS, where GET covers HEAD",
                        method,
                        "Write for example [GET, POST], in upper case.");
            }
        }
    }

    private void checkWho(RoutePolicy rule) {
        boolean named = !rule.roles().isEmpty() || !rule.permission().isEmpty();
        if (rule.access().isEmpty() && !named) {
            findings.wrong(
                    rule,
                    "access",
                    Control.RBAC_4,
                    "who may call it",
                    "",
                    "Write access: signed-in, or roles, or a permission.");
        }
        if (named
                && rule.access()
                        .filter(access -> access == RoutePolicy.Access.PUBLIC)
                        .isPresent()) {
            findings.wrong(
                    rule,
                    "access",
                    Control.RBAC_4,
                    "either the public, or roles or permissions",
                    "both",
                    "Remove access: public, or what it contradicts.");
        }
        named(rule, "roles", Control.RBAC_4, rule.roles(), findings.keys("roles"));
        named(rule, "permission", Control.RBAC_3, rule.permission(), policy.permissions());
    }

    private void checkBody(RoutePolicy rule) {
        if (rule.body().isEmpty() && rule.method().stream().anyMatch(WITH_BODY::contains)) {
            findings.wrong(
                    rule,
                    "body",
                    Control.INPUT_1,
                    "what body it takes",
                    "",
                    "Write body: and a shape of input.bodies; none where it takes none; any where the application checks it.");
        }
        rule.body()
                .filter(body -> !NO_SHAPE.contains(body))
                .ifPresent(
                        body -> named(rule, "body", Control.INPUT_1, List.of(body), findings.keys("input", "bodies")));
    }

    private void named(
            RoutePolicy rule, String key, Control control, Collection<String> names, Collection<String> declared) {
        for (String name : names) {
            if (!declared.contains(name)) {
                findings.wrong(rule, key, control, "a name that is declared", name, Nearest.remedy(name, declared));
            }
        }
    }

    private void checkReached(Rule rule) {
        List<Rule> covering =
                above.stream().filter(earlier -> earlier.path.covers(rule.path)).toList();
        Set<String> methods = rule.policy.method().isEmpty() ? METHODS_AND_OTHERS : rule.policy.method();
        boolean covered =
                methods.stream().allMatch(method -> covering.stream().anyMatch(earlier -> earlier.takes(method)));
        if (covered) {
            findings.wrong(
                    rule.policy,
                    "path",
                    Control.RBAC_4,
                    "a rule that can be reached",
                    rule.path + ", which " + covering.get(0).policy.place() + " covers",
                    "Move it above that rule, or remove it.");
        }
        above.add(rule);
    }

    private record Rule(RoutePolicy policy, PathPattern path) {
        boolean takes(String method) {
            return policy.method().isEmpty() || policy.method().contains(method);
        }
    }
}
