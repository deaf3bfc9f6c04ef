package dev.hauberk.rbac.grant;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Reason;
import dev.hauberk.Tenant;
import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.AccessPolicy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads the policy's roles as they are: changes of roles are rare, and nothing is gained by compiling more. */
final class CompiledGrants implements RoleGrants {
    private static final String EVERY = "*";
    private static final String PLACE = "roles";
    private static final long NO_RANK = Long.MIN_VALUE;

    private final Map<String, RolePolicy> roles;
    private final AccessPolicy access;

    private CompiledGrants(Map<String, RolePolicy> roles, AccessPolicy access) {
        this.roles = roles;
        this.access = access;
    }

    static CompiledGrants of(SecurityPolicy policy) {
        return new CompiledGrants(policy.roles(), AccessPolicy.of(policy));
    }

    @Override
    public Decision decide(Caller caller, String user, Tenant tenant, Set<String> before, Set<String> after) {
        if (caller.isAnonymous()) {
            return denied(Control.RBAC_2, Reason.ANONYMOUS, "sign in");
        }
        if (!caller.tenant().equals(Optional.of(tenant))) {
            return denied(Control.RBAC_5, Reason.TENANT, "a caller of the user's own tenant");
        }
        if (caller.user().equals(Optional.of(user))) {
            return denied(Control.RBAC_2, Reason.GRANT, "somebody else: nobody changes their own roles");
        }
        Set<String> touched = new TreeSet<>(before);
        touched.addAll(after);
        List<String> givers = givers(caller);
        Set<String> refused = refused(givers, touched, after);
        if (refused.isEmpty() && (!touched.isEmpty() || givesEvery(givers))) {
            return granted(givers, touched);
        }
        return denied(Control.RBAC_2, Reason.GRANT, remedy(refused));
    }

    @Override
    public boolean isDowngrade(Set<String> before, Set<String> after) {
        return rank(after) < rank(before) || !access.permissions(after).containsAll(access.permissions(before));
    }

    /** The caller's roles that the policy names, in its order. */
    private List<String> givers(Caller caller) {
        return roles.keySet().stream().filter(caller.roles()::contains).toList();
    }

    private Set<String> refused(List<String> givers, Set<String> touched, Set<String> after) {
        return touched.stream()
                .filter(role -> givers.stream().noneMatch(giver -> gives(giver, role))
                        || (after.contains(role) && !roles.containsKey(role)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean gives(String giver, String role) {
        Set<String> given = policy(giver).gives();
        return given.contains(EVERY) || (given.contains(role) && roles.containsKey(role));
    }

    private boolean givesEvery(List<String> givers) {
        return givers.stream().anyMatch(giver -> policy(giver).gives().contains(EVERY));
    }

    private Granted granted(List<String> givers, Set<String> touched) {
        return givers.stream()
                .filter(giver -> touched.stream().allMatch(role -> gives(giver, role)))
                .findFirst()
                .map(giver -> new Granted(Control.RBAC_2, "roles." + giver + ".gives", "role " + giver))
                .orElseGet(() -> new Granted(Control.RBAC_2, PLACE, "roles " + String.join(", ", givers)));
    }

    /** Names the policy's own roles alone: a name that it does not know may be anything. */
    private String remedy(Set<String> refused) {
        String known = refused.stream().filter(roles::containsKey).collect(Collectors.joining(", "));
        return known.isEmpty() ? "roles that the policy names" : "gives: [" + known + "] on one of the caller's roles";
    }

    private long rank(Set<String> held) {
        return held.stream()
                .filter(roles::containsKey)
                .mapToLong(role -> policy(role).rank())
                .max()
                .orElse(NO_RANK);
    }

    private RolePolicy policy(String role) {
        return Objects.requireNonNull(roles.get(role));
    }

    private static Denied denied(Control control, Reason reason, String remedy) {
        return new Denied(control, PLACE, reason, remedy);
    }
}
