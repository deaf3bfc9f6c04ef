package dev.hauberk.identity.signin;

import dev.hauberk.ClientAddress;
import dev.hauberk.identity.Account;
import java.time.Duration;

/**
 * Signing in with a name and a password (AUTHN-2 to AUTHN-4).
 *
 * <p>An attempt is taken before the password is looked at and given back where it was right, for names that nobody has
 * too. Unknown, wrong and disabled are one answer that costs the same; throttled and locked are another. Thread-safe.
 */
public interface SignIn {
    /** Tries to sign in. Opens no session by itself. */
    Outcome signIn(String name, CharSequence password, ClientAddress from);

    /** Ends a lockout, by an administrator. The caller of this has asked whether it may. */
    void unlock(String name);

    /** What trying says. */
    sealed interface Outcome {
        /** It is this user. */
        record Known(Account account) implements Outcome {}

        /** It is nobody that may sign in, whyever. */
        record Unknown() implements Outcome {}

        /** There were too many attempts. */
        record Limited(Duration retryAfter) implements Outcome {}
    }
}
