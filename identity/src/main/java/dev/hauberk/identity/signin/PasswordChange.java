package dev.hauberk.identity.signin;

import dev.hauberk.Caller;
import dev.hauberk.crypto.password.PasswordRule;
import java.time.Duration;
import java.util.List;

/**
 * Changing one's own password (SESS-2): ends every other session, or changes nothing. Takes an attempt like signing in,
 * so that it is no second way to guess. Thread-safe.
 */
public interface PasswordChange {
    /**
     * Changes the caller's password.
     *
     * @param caller signed in by a session
     */
    Outcome change(Caller caller, CharSequence current, CharSequence next);

    /** What changing says. */
    sealed interface Outcome {
        /** It is changed, and the caller's other sessions have ended. */
        record Changed() implements Outcome {}

        /** The current password is wrong. */
        record Wrong() implements Outcome {}

        /** The new one breaks these rules. */
        record Broken(List<PasswordRule> rules) implements Outcome {}

        /** There were too many attempts. */
        record Limited(Duration retryAfter) implements Outcome {}
    }
}
