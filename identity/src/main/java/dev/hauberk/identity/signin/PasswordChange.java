package dev.hauberk.identity.signin;

import dev.hauberk.Caller;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.crypto.password.PasswordRule;
import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.time.Duration;
import java.util.List;

/**
 * Changing one's own password (SESS-2): ends every other session, or changes nothing. Takes an attempt like signing in,
 * so that it is no second way to guess.
 *
 * <p>The others end before the new password is saved, so a store that fails leaves the old password with fewer sessions,
 * and never old sessions with the new password. One that was opened with the old password in that very moment ends when it
 * is next used. Throws {@link dev.hauberk.UnavailableException} where a store does not answer. Thread-safe.
 */
public interface PasswordChange {
    /**
     * Changes the caller's password.
     *
     * @param caller signed in by a session
     * @throws IllegalArgumentException where the caller has no session
     */
    Outcome change(Caller caller, CharSequence current, CharSequence next);

    /**
     * Changing passwords of an application's accounts.
     *
     * @param attempts those of {@link SignIn}
     * @param lockouts likewise
     */
    static PasswordChange of(
            Ground ground,
            Accounts accounts,
            PasswordHasher hasher,
            PasswordRules rules,
            Attempts attempts,
            Lockouts lockouts,
            Sessions sessions) {
        return new OwnPasswordChange(ground, accounts, hasher, rules, attempts, lockouts, sessions);
    }

    /** What changing says. */
    sealed interface Outcome {
        /** It is changed, and the caller's other sessions have ended. */
        record Changed() implements Outcome {}

        /** The current password is wrong. */
        record Wrong() implements Outcome {}

        /** The new one breaks these rules. */
        record Broken(List<PasswordRule> rules) implements Outcome {
            public Broken {
                rules = List.copyOf(rules);
            }
        }

        /** There were too many attempts. */
        record Limited(Duration retryAfter) implements Outcome {}
    }
}
