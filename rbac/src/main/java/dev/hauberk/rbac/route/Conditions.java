package dev.hauberk.rbac.route;

import dev.hauberk.Caller;
import dev.hauberk.policy.FactorPolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.AccessPolicy;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What the conditions of rules mean in terms of a policy's roles and factors. */
final class Conditions {
    private static final String PRIVILEGED = "privileged";

    private final List<String> roles;
    private final AccessPolicy access;
    private final Set<String> mustShow;
    private final Set<String> factors;

    private Conditions(List<String> roles, AccessPolicy access, Set<String> mustShow, Set<String> factors) {
        this.roles = roles;
        this.access = access;
        this.mustShow = mustShow;
        this.factors = factors;
    }

    static Conditions of(SecurityPolicy policy) {
        List<String> roles = List.copyOf(policy.roles().keySet());
        AccessPolicy access = AccessPolicy.of(policy);
        Set<String> mustShow = Set.copyOf(holding(roles, access, required(policy)));
        return new Conditions(roles, access, mustShow, names(policy.factors().by()));
    }

    /** The roles, in the policy's order, that are or include one of these. */
    List<String> holding(Collection<String> any) {
        return holding(roles, access, any);
    }

    /** The roles, in the policy's order, that give one of these permissions. */
    List<String> giving(Collection<String> any) {
        return roles.stream()
                .filter(role -> meets(access.permissions(Set.of(role)), any))
                .toList();
    }

    /** Whether a caller has shown a second factor, if it must. */
    boolean hasFactor(Caller caller) {
        return !meets(mustShow, caller.roles())
                || meets(factors, caller.factors().keySet());
    }

    private static Set<String> required(SecurityPolicy policy) {
        Set<String> written = policy.factors().requiredFor();
        return policy.roles().entrySet().stream()
                .filter(role -> written.contains(role.getKey())
                        || (written.contains(PRIVILEGED) && role.getValue().isPrivileged()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> holding(List<String> roles, AccessPolicy access, Collection<String> any) {
        return roles.stream()
                .filter(role -> meets(access.withIncluded(Set.of(role)), any))
                .toList();
    }

    private static Set<String> names(Set<FactorPolicy.Kind> kinds) {
        return kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean meets(Collection<String> some, Collection<String> others) {
        return !Collections.disjoint(some, others);
    }
}
