package dev.hauberk.identity.session;

import dev.hauberk.ClientAddress;
import dev.hauberk.identity.Account;
import java.util.List;

/**
 * Sessions and their tokens (SESS-1 to SESS-6, AUTHN-7): held by the server, counted by user, each the family of its
 * refresh tokens.
 *
 * <p><b>Guarantees.</b> Of any number of parallel uses of one refresh token exactly one succeeds, and the others end the
 * session. At no time does a user have more sessions than the policy says. A session that has ended authenticates
 * nobody, whatever its access token says. Roles are the account's, never the token's. Thread-safe.
 */
public interface Sessions {
    /**
     * Opens a session with a new id, for somebody who has just shown to be the user.
     *
     * @param device what the client says it is
     */
    Opened open(Account account, String device);

    /** Uses up a refresh token. */
    Refreshed refresh(String refreshToken);

    /** Who an access token says is asking. Never throws, whatever is sent. */
    Authenticated authenticate(String accessToken, ClientAddress from);

    /** A user's sessions, the newest first. */
    List<SessionView> of(String user);

    /**
     * Ends one of a user's sessions.
     *
     * @return whether there was one of that handle and that user
     */
    boolean end(String user, String handle);

    /** Ends all of a user's sessions but one. */
    int endOthers(String user, String handle);

    /** Ends all of a user's sessions. */
    int endAll(String user);

    /** Removes what ended longer ago than the policy keeps it. Safe to run twice, or twice at once. */
    int purge();
}
