package dev.hauberk.rbac.grant;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.Tenant;
import dev.hauberk.policy.SecurityPolicy;
import java.util.Set;

/**
 * Who may give and take which role (RBAC-2), and what counts as a downgrade (SESS-3).
 *
 * <p>What a role {@code gives} is not passed on by {@code includes}. Whether the caller may call at all, and with which
 * factors, is the route's to say, and is not asked again here. Thread-safe.
 */
public interface RoleGrants {
    /** The roles of a policy. */
    static RoleGrants of(SecurityPolicy policy) {
        return CompiledGrants.of(policy);
    }

    /**
     * Whether a caller may turn somebody's roles into others. Every role that the user has or would have must be the
     * caller's to give, so that nobody touches a user who holds more; taking one is as giving it. The user must be of the
     * caller's own tenant, whatever the caller holds, and not the caller itself. A role that the policy does not name is
     * given to nobody, and taken only by a caller that gives every role; so is it with a user who has no role and gets none.
     *
     * @param user whose roles
     * @param tenant of that user
     * @param before the roles that the user has; none for a new user
     * @param after the roles that the user would have; none where all are taken
     */
    Decision decide(Caller caller, String user, Tenant tenant, Set<String> before, Set<String> after);

    /** Whether the highest rank falls, or any permission is lost. A role that the policy does not name has neither. */
    boolean isDowngrade(Set<String> before, Set<String> after);
}
