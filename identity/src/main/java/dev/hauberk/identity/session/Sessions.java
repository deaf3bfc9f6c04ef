package dev.hauberk.identity.session;

import dev.hauberk.ClientAddress;
import dev.hauberk.crypto.token.AccessTokens;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.Revoker;
import dev.hauberk.rbac.grant.RoleGrants;
import java.util.List;

/**
 * Sessions and their tokens (SESS-1 to SESS-6, AUTHN-7): held by the server, counted by user, each the family of its
 * refresh tokens.
 *
 * <p><b>Guarantees.</b> Of any number of parallel uses of one refresh token exactly one succeeds, and the others end the
 * session. At no time does a user have more sessions than the policy says. A session that has ended authenticates
 * nobody, whatever its access token says. Roles are the account's, never the token's, and no older than
 * {@code tokens.fresh}; an account that was terminated, or that may do less than before, ends its sessions when they are
 * next used, whoever changed it and however.
 *
 * <p>Where the store or the accounts do not answer, every method throws {@link dev.hauberk.UnavailableException}: nobody is
 * taken for somebody else, or for nobody. Thread-safe.
 */
public interface Sessions extends Revoker {
    /**
     * Opens a session with a new id, for somebody who has just shown to be the user.
     *
     * @param account as it was when the password was checked
     * @param device what the client says it is
     */
    Opened open(Account account, String device);

    /**
     * Uses up a refresh token.
     *
     * @param device what the client says it is, as when the session was opened; where the policy has a
     *     {@code tokens.grace}, the same device gets the same refresh token once more while it lasts
     */
    Refreshed refresh(String refreshToken, String device);

    /** Uses up a refresh token, of a device that is not known and to which no grace applies. */
    default Refreshed refresh(String refreshToken) {
        return refresh(refreshToken, "");
    }

    /** Who an access token says is asking. Takes whatever is sent. */
    Authenticated authenticate(String accessToken, ClientAddress from);

    /** A user's sessions, the newest first. */
    List<SessionView> of(String user);

    /**
     * Ends one of a user's sessions.
     *
     * @return whether there was one of that handle and that user
     */
    boolean end(String user, String handle);

    /**
     * Ends all of a user's sessions but one.
     *
     * @return how many were ended
     */
    default int endOthers(String user, String handle) {
        return endOthers(user, handle, End.Cause.OTHERS_ENDED);
    }

    /** As {@link #endOthers(String, String)}, for a cause that events name. */
    int endOthers(String user, String handle, End.Cause cause);

    /**
     * Ends all of a user's sessions.
     *
     * @return how many were ended
     */
    default int endAll(String user) {
        return endAll(user, End.Cause.ALL_ENDED);
    }

    /** As {@link #endAll(String)}, for a cause that events name. */
    int endAll(String user, End.Cause cause);

    /**
     * Lets the session go on through which its user's password was changed a moment ago. Any other is from before the
     * change, and ends when it is next used.
     */
    void keep(String user, String handle);

    /**
     * An account changed: what it may do now holds from the next request on. A termination ends its sessions, and so does a
     * downgrade where the policy says so.
     */
    @Override
    void changed(String user, Change change);

    /**
     * Removes what was over longer ago than the policy keeps it. Safe to run twice, or twice at once.
     *
     * @return how many were removed
     */
    int purge();

    /**
     * Sessions of an application.
     *
     * @param store where they are kept
     * @param accounts whose they are
     * @param tokens makes and checks access tokens
     * @param grants says what is a downgrade
     */
    static Sessions of(Ground ground, SessionStore store, Accounts accounts, AccessTokens tokens, RoleGrants grants) {
        return new HeldSessions(ground, store, accounts, tokens, grants);
    }
}
