package dev.hauberk.identity.signin;

import dev.hauberk.Control;
import dev.hauberk.Reason;
import java.time.Duration;

/** What came of a password that somebody showed. */
sealed interface Guess {
    /**
     * It is right.
     *
     * @param stale whether it should be hashed anew while it is at hand
     */
    record Right(boolean stale) implements Guess {}

    /** It is wrong, or there is nobody whose it could be. */
    record Wrong() implements Guess {}

    /** It was not looked at: there were too many. */
    record Limited(Control control, Reason reason, Duration retryAfter) implements Guess {}
}
