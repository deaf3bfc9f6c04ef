package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Set;

/**
 * A role, and what it holds (RBAC-1, RBAC-2). Roles do not inherit, unless one includes another by name.
 *
 * @param rank where it stands, for what counts as a downgrade
 * @param privileged whether it is privileged; a role that holds {@code *} always is
 * @param includes the roles whose permissions it holds too, and for which it counts in a rule and in what must show a factor; what
 *     they give is not passed on
 * @param gives the roles that it may give and take; {@code *} is every role
 * @param permissions what it may do; {@code *} is every permission
 */
public record RolePolicy(
        @Setting(says = "Where it stands: a change to a lower rank is a downgrade.", or = "0", control = Control.RBAC_2)
        int rank,

        @Setting(
                says = "Whether it is privileged; a role that holds * always is.",
                or = "false",
                control = Control.AUTHN_5)
        boolean privileged,

        @Setting(says = "The roles whose permissions it holds too.", or = "", control = Control.RBAC_2)
        Set<String> includes,

        @Setting(
                says = "The roles that it may give and take within its own tenant; * is every role.",
                or = "",
                control = Control.RBAC_7)
        Set<String> gives,

        @Setting(says = "What it may do; * is every permission.", or = "", control = Control.RBAC_3)
        Set<String> permissions) {

    public RolePolicy {
        includes = Set.copyOf(includes);
        gives = Set.copyOf(gives);
        permissions = Set.copyOf(permissions);
    }

    /** Whether it is privileged by word or by holding everything. */
    public boolean isPrivileged() {
        return privileged || permissions.contains("*");
    }
}
