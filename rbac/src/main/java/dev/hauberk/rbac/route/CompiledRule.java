package dev.hauberk.rbac.route;

import dev.hauberk.Caller;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.RoutePolicy.Access;
import dev.hauberk.policy.RoutePolicy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One rule, with every answer that it can give made in advance. */
final class CompiledRule {
    /** What must hold, and what is said where it does not. */
    private record Condition(Predicate<Caller> holds, Denied otherwise) {}

    /** A role that opens the rule. */
    private record Key(String role, Granted granted) {}

    private final RoutePolicy policy;
    private final Requests requests;
    private final Optional<RoutePolicy> found;
    private final List<Condition> conditions;
    private final List<Key> keys;
    private final Granted granted;
    private final Granted notEnforced;

    private CompiledRule(
            RoutePolicy policy, Requests requests, List<Condition> conditions, List<String> keys, Answers answers) {
        this.policy = policy;
        this.requests = requests;
        this.found = Optional.of(policy);
        this.conditions = conditions;
        this.keys = keys.stream()
                .map(role -> new Key(role, answers.granted("role " + role)))
                .toList();
        this.granted = answers.granted(policy.access().equals(Optional.of(Access.PUBLIC)) ? "public" : "signed in");
        this.notEnforced = answers.granted("not enforced");
    }

    static CompiledRule of(RoutePolicy policy, Requests requests, Conditions meaning) {
        Answers answers = new Answers(policy);
        boolean byRole = !policy.roles().isEmpty();
        boolean byPermission = !policy.permission().isEmpty();
        List<String> holders = meaning.holding(policy.roles());
        List<String> givers = meaning.giving(policy.permission());
        List<Condition> conditions = new ArrayList<>();
        if (policy.access().isEmpty() && !byRole && !byPermission) {
            conditions.add(new Condition(caller -> false, answers.silent()));
        } else if (!policy.access().equals(Optional.of(Access.PUBLIC)) || byRole || byPermission) {
            // The factor comes before what the roles give: a caller without it is nobody yet, and holds nothing.
            conditions.add(new Condition(caller -> !caller.isAnonymous(), answers.anonymous()));
            conditions.add(new Condition(meaning::hasFactor, answers.factor()));
            if (byRole) {
                conditions.add(new Condition(caller -> hasOne(caller, holders), answers.role()));
            }
            if (byPermission) {
                conditions.add(new Condition(caller -> hasOne(caller, givers), answers.permission(givers)));
            }
            if (policy.tenants() == Tenants.OWN) {
                conditions.add(new Condition(caller -> caller.tenant().isPresent(), answers.tenant()));
            }
        }
        return new CompiledRule(policy, requests, List.copyOf(conditions), byPermission ? givers : holders, answers);
    }

    RoutePolicy policy() {
        return policy;
    }

    Requests requests() {
        return requests;
    }

    /** What a match answers. */
    Optional<RoutePolicy> found() {
        return found;
    }

    /** Everything that speaks against it, the weightiest first; of nobody in particular that it is nobody, and no more. */
    List<Denied> denials(Caller caller) {
        if (caller.isAnonymous() && !conditions.isEmpty()) {
            return List.of(conditions.get(0).otherwise);
        }
        List<Denied> denials = List.of();
        for (Condition condition : conditions) {
            if (!condition.holds.test(caller)) {
                denials = plus(denials, condition.otherwise);
            }
        }
        return denials;
    }

    /** What is said to a caller against whom nothing speaks: the first of its roles that opens the rule, in the policy's order. */
    Granted granted(Caller caller) {
        for (Key key : keys) {
            if (caller.roles().contains(key.role)) {
                return key.granted;
            }
        }
        return granted;
    }

    /** What is said where something speaks against it that is not enforced. */
    Granted notEnforced() {
        return notEnforced;
    }

    private static boolean hasOne(Caller caller, List<String> roles) {
        for (String role : roles) {
            if (caller.roles().contains(role)) {
                return true;
            }
        }
        return false;
    }

    private static List<Denied> plus(List<Denied> denials, Denied another) {
        List<Denied> more = new ArrayList<>(denials);
        more.add(another);
        return more;
    }
}
