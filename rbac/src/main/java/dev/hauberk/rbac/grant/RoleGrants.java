package dev.hauberk.rbac.grant;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.Tenant;
import java.util.Set;

/** Who may give and take which role (RBAC-2), and what counts as a downgrade (SESS-3). Thread-safe. */
public interface RoleGrants {
    /**
     * Whether a caller may turn somebody's roles into others: every role that is taken and every one that is given must be
     * the caller's to give, in the caller's own tenant, and never to itself.
     *
     * @param user whose roles
     * @param tenant of that user
     */
    Decision decide(Caller caller, String user, Tenant tenant, Set<String> before, Set<String> after);

    /** Whether the highest rank falls, or any permission is lost. */
    boolean isDowngrade(Set<String> before, Set<String> after);
}
