package dev.hauberk.ratelimit;

import java.time.Duration;

/**
 * Counts attempts exactly, in a sliding window of at most 20 (AUTHN-3). An attempt is taken before it is known whether it
 * succeeds, and given back where it did, so that parallel ones cannot pass. One call is one atomic step. Thread-safe.
 */
public interface Attempts {
    /**
     * Takes an attempt.
     *
     * @param key by what is counted, for example a keyed hash of a sign-in name; never the name itself
     */
    Taken take(String key);

    /** Gives back an attempt that was right. Giving back twice is giving back once. */
    void giveBack(String key, Taken.Granted taken);

    /** What taking says. */
    sealed interface Taken {
        /**
         * It may be tried.
         *
         * @param stamp which attempt this is
         */
        record Granted(long stamp) implements Taken {}

        /**
         * There were too many.
         *
         * @param retryAfter when the oldest of them is out of the window
         */
        record Refused(Duration retryAfter) implements Taken {}
    }
}
