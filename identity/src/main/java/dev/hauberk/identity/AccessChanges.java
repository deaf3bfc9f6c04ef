package dev.hauberk.identity;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import java.util.Set;

/**
 * Changing what others may do (RBAC-7, RBAC-8, SESS-3): asks who may give which role, commits the change with its record,
 * and ends the user's sessions where it is a downgrade. Effective at the next request. Thread-safe.
 */
public interface AccessChanges {
    /**
     * Gives a user other roles.
     *
     * @param reason why, for the record; not blank
     * @return granted where it was done; denied where it may not be, changed meanwhile, or there is no such user in the
     *     caller's tenant
     */
    Decision changeRoles(Caller caller, String user, Set<String> roles, String reason);

    /** Ends a user's account and all that it holds. The caller must be one who may take each of the user's roles. */
    Decision terminate(Caller caller, String user, String reason);
}
