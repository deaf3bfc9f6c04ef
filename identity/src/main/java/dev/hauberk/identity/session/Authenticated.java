package dev.hauberk.identity.session;

import dev.hauberk.Caller;

/** Who an access token says is asking. */
public sealed interface Authenticated {
    /** A user with a session that goes on; roles and tenant are what the account says now. */
    record Known(Caller caller) implements Authenticated {}

    /** Nobody: the token is not valid, its session has ended, or its user may not sign in any more. */
    record Unknown(String reason) implements Authenticated {}
}
