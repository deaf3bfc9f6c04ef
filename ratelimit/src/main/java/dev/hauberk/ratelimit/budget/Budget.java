package dev.hauberk.ratelimit.budget;

import dev.hauberk.Caller;
import dev.hauberk.policy.BudgetPolicy;
import dev.hauberk.policy.Money;
import dev.hauberk.ratelimit.budget.BudgetStore.Bounds;
import java.util.Optional;

/**
 * One budget of a policy.
 *
 * @param name its name in the policy
 * @param policy what it allows
 * @param store where it is kept
 */
record Budget(String name, BudgetPolicy policy, BudgetStore store) {
    boolean counts(String tool) {
        return policy.tools().containsKey(tool);
    }

    Bounds bounds(String tool) {
        return new Bounds(limit(tool), policy.total());
    }

    /** What a run reserves before anything is learnt. */
    Money first(String tool) {
        return policy.estimates().getOrDefault(tool, limit(tool));
    }

    /** Whose budget it is; the first word says what it is, so that no user can have the name of a tenant. */
    Optional<String> key(Caller caller) {
        return switch (policy.per().scope()) {
            case USER -> caller.user().map(user -> "user " + user);
            case TENANT -> caller.tenant().map(tenant -> "tenant " + tenant.id());
        };
    }

    private Money limit(String tool) {
        return policy.tools().getOrDefault(tool, Money.ZERO);
    }
}
