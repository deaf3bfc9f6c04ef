package dev.hauberk.rbac.route;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules in their order. A policy has some dozens, and most are refused at their first segment. */
final class CompiledRoutes implements Routes {
    private static final List<Denied> NO_RULE = List.of(new Denied(
            Control.RBAC_4,
            "routes",
            Reason.NO_RULE,
            "routes: [{path: <the path>, method: <the method>, access: signed-in}]"));
    private static final Granted UNCOVERED = new Granted(Control.RBAC_4, "routes", "RBAC-4 is not enforced");

    private final SecurityPolicy policy;
    private final List<CompiledRule> rules;
    /** By identity: a rule is one of this policy's own, or none. */
    private final IdentityHashMap<RoutePolicy, CompiledRule> byPolicy = new IdentityHashMap<>();

    private CompiledRoutes(SecurityPolicy policy, List<CompiledRule> rules) {
        this.policy = policy;
        this.rules = rules;
        rules.forEach(rule -> byPolicy.put(rule.policy(), rule));
    }

    static CompiledRoutes of(SecurityPolicy policy) {
        Conditions conditions = Conditions.of(policy);
        return new CompiledRoutes(
                policy,
                policy.routes().stream()
                        .map(rule -> CompiledRule.of(rule, Requests.of(rule), conditions))
                        .toList());
    }

    @Override
    public Optional<RoutePolicy> match(String method, String path) {
        String judged = Requests.judged(method);
        for (CompiledRule rule : rules) {
            if (rule.requests().matches(judged, path)) {
                return rule.found();
            }
        }
        return Optional.empty();
    }

    @Override
    public Decision decide(Caller caller, Optional<RoutePolicy> rule) {
        List<Denied> denials = denials(caller, rule);
        for (Denied denied : denials) {
            if (policy.mode(denied.control()) == Mode.ENFORCE) {
                return denied;
            }
        }
        CompiledRule compiled = compiled(rule);
        if (compiled == null) {
            return UNCOVERED;
        }
        return denials.isEmpty() ? compiled.granted(caller) : compiled.notEnforced();
    }

    @Override
    public List<Denied> shadowed(Caller caller, Optional<RoutePolicy> rule) {
        return denials(caller, rule).stream()
                .filter(denied -> policy.mode(denied.control()) == Mode.SHADOW)
                .toList();
    }

    @Override
    public Coverage coverage(Collection<Mapping> mappings) {
        return new Coverage(
                mappings.stream()
                        .filter(mapping -> !isCovered(Requests.of(mapping)))
                        .toList(),
                rules.stream()
                        .filter(rule -> mappings.stream()
                                .noneMatch(mapping -> rule.requests().overlaps(Requests.of(mapping))))
                        .map(CompiledRule::policy)
                        .toList());
    }

    @Override
    public boolean overlaps(RoutePolicy rule, Mapping mapping) {
        CompiledRule compiled = byPolicy.get(rule);
        return compiled != null && compiled.requests().overlaps(Requests.of(mapping));
    }

    private List<Denied> denials(Caller caller, Optional<RoutePolicy> rule) {
        CompiledRule compiled = compiled(rule);
        return compiled == null ? NO_RULE : compiled.denials(caller);
    }

    private @Nullable CompiledRule compiled(Optional<RoutePolicy> rule) {
        return rule.isPresent() ? byPolicy.get(rule.get()) : null;
    }

    private boolean isCovered(Requests mapping) {
        List<CompiledRule> candidates = rules.stream()
                .filter(rule -> rule.requests().paths().covers(mapping.paths()))
                .toList();
        return !candidates.isEmpty()
                && mapping.methods().stream()
                        .allMatch(method -> candidates.stream()
                                .anyMatch(rule -> rule.requests().takes(method)));
    }
}
