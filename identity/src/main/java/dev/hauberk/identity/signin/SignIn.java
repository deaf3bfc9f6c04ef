package dev.hauberk.identity.signin;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.time.Duration;

/**
 * Signing in with a name and a password (AUTHN-2 to AUTHN-4).
 *
 * <p>An attempt is taken before the password is looked at and given back where it was right, for names that nobody has
 * too. Unknown, wrong and disabled are one answer that costs the same; throttled and locked are another. Whichever it is,
 * it is in the audit trail before it is answered. Throws {@link dev.hauberk.UnavailableException} where the accounts do not
 * answer, and whatever the hasher throws where it is overloaded: nobody signs in then. Thread-safe.
 */
public interface SignIn {
    /** Tries to sign in. Opens no session by itself. */
    Outcome signIn(String name, CharSequence password, ClientAddress from);

    /**
     * Ends a lockout, by an administrator. Attempts are still counted.
     *
     * @param by who does; whoever calls this has asked whether it may
     */
    void unlock(Caller by, String name);

    /**
     * Signing in to an application's accounts.
     *
     * @param attempts shared with whatever else a password could be guessed on
     * @param lockouts likewise
     */
    static SignIn of(Ground ground, Accounts accounts, PasswordHasher hasher, Attempts attempts, Lockouts lockouts) {
        return new PasswordSignIn(ground, accounts, hasher, attempts, lockouts);
    }

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
