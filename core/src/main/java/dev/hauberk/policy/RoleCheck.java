package dev.hauberk.policy;

import dev.hauberk.Control;
import dev.hauberk.Permission;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that roles and permissions that are named are declared, and that no role includes itself. */
final class RoleCheck {
    static final String PRIVILEGED = "privileged";
    private static final String ALL = "*";

    private final SecurityPolicy policy;
    private final Findings findings;

    RoleCheck(SecurityPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < policy.permissions().size(); i++) {
            checkForm(policy.permissions().get(i), List.of("permissions", Integer.toString(i)));
        }
        policy.roles().forEach(this::check);
        names(
                policy.factors().requiredFor(),
                findings.keys("roles"),
                Set.of(PRIVILEGED),
                Control.AUTHN_5,
                List.of("factors", "required-for"));
    }

    private void check(String name, RolePolicy role) {
        List<String> path = List.of("roles", name);
        if (name.equals(ALL) || name.equals(PRIVILEGED)) {
            findings.wrong(
                    Control.RBAC_2,
                    "a role's name",
                    name,
                    "Choose another name: this one stands for several roles.",
                    path);
        }
        Set<String> roles = findings.keys("roles");
        names(role.includes(), roles, Set.of(), Control.RBAC_2, List.of("roles", name, "includes"));
        names(role.gives(), roles, Set.of(ALL), Control.RBAC_7, List.of("roles", name, "gives"));
        names(
                role.permissions(),
                Set.copyOf(policy.permissions()),
                Set.of(ALL),
                Control.RBAC_3,
                List.of("roles", name, "permissions"));
        if (includesItself(name)) {
            findings.wrong(
                    Control.RBAC_2,
                    "roles that do not include themselves",
                    name,
                    "Remove one of the roles that lead back to it.",
                    List.of("roles", name, "includes"));
        }
    }

    private void checkForm(String permission, List<String> path) {
        try {
            Permission.parse(permission);
        } catch (IllegalArgumentException e) {
            findings.wrong(
                    Control.RBAC_3, String.valueOf(e.getMessage()), permission, "Write for example users:read.", path);
        }
    }

    private void names(
            Collection<String> named,
            Collection<String> declared,
            Set<String> also,
            Control control,
            List<String> path) {
        for (String name : named) {
            if (!declared.contains(name) && !also.contains(name)) {
                findings.wrong(control, "names that are declared", name, Nearest.remedy(name, declared), path);
            }
        }
    }

    private boolean includesItself(String name) {
        Map<String, RolePolicy> roles = policy.roles();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            RolePolicy role = roles.get(open.pop());
            for (String included : role == null ? Set.<String>of() : role.includes()) {
                if (included.equals(name)) {
                    return true;
                }
                if (seen.add(included)) {
                    open.push(included);
                }
            }
        }
        return false;
    }
}
