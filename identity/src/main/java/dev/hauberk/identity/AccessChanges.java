package dev.hauberk.identity;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.rbac.grant.RoleGrants;
import java.util.Set;

/**
 * Changing what others may do (RBAC-7, RBAC-8, SESS-3): asks who may give which role, commits the change with its record,
 * and ends the user's sessions where it is a downgrade. Effective at the next request. Thread-safe.
 *
 * <p>A denial changes nothing and is in the audit trail before it is answered. A user of another tenant is denied exactly
 * as one who does not exist. Where the accounts or the audit trail fail, it throws
 * {@link dev.hauberk.UnavailableException} or {@link dev.hauberk.audit.AuditException}, and nothing was changed. Where the
 * change was committed and only the ending of sessions failed, it is granted: those sessions end when they are next used.
 */
public interface AccessChanges {
    /**
     * Gives a user other roles.
     *
     * @param reason why, for the record; a blank one is denied
     * @return granted where it was done, or the roles are these already; denied where it may not be, changed meanwhile
     *     ({@link dev.hauberk.Reason#CONFLICT}), or there is no such user in the caller's tenant
     *     ({@link dev.hauberk.Reason#TENANT})
     */
    Decision changeRoles(Caller caller, String user, Set<String> roles, String reason);

    /**
     * Ends a user's account and all that it holds. The caller must be one who may take each of the user's roles.
     *
     * @param reason why, for the record; a blank one is denied
     */
    Decision terminate(Caller caller, String user, String reason);

    /**
     * Changes of an application's accounts.
     *
     * @param revoker is told of each change: the application's sessions, for one
     */
    static AccessChanges of(Ground ground, Accounts accounts, RoleGrants grants, Revoker revoker) {
        return new RecordedChanges(ground, accounts, grants, revoker);
    }
}
