package dev.hauberk.ratelimit;

import dev.hauberk.policy.Lockout;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Counts failures in a row, and locks for a while after so many (AUTHN-4). One call is one atomic step. Thread-safe.
 *
 * <p>A lock ends by itself: failures while it is locked neither prolong it nor count, and afterwards counting starts anew.
 * Memory is bounded, and a locked key is not forgotten before one that is not; failures to which none was added for a day
 * are forgotten. Where what counts does not answer, each call throws an {@link dev.hauberk.UnavailableException}, and nobody may try.
 */
public interface Lockouts {
    /**
     * Lockouts in this node's memory, for some ten thousands of keys. Where more of them are locked at once, a new key may
     * begin locked.
     *
     * @param policy after how many failures, and for how long
     * @param clock what time it is; one that is set back ends no lock early
     */
    static Lockouts inMemory(Lockout policy, InstantSource clock) {
        return new StreakLockouts(policy, clock, KeyedMemory.KEYS);
    }

    /**
     * Lockouts that all nodes share, counted by one script in one trip to Redis and by Redis's clock. A restart of a node ends none. What
     * is not guaranteed: a server that forgets its data ends them.
     *
     * @param policy after how many failures, and for how long, in microseconds
     */
    static Lockouts redis(RedisScripts redis, Lockout policy) {
        return new RedisLockouts(redis, policy);
    }

    /**
     * Counts a failure.
     *
     * @param key whose, for example a keyed hash of a sign-in name; never the name itself
     * @return what holds after it
     */
    State failed(String key);

    /**
     * Ends the failures in a row. A lock stays: whoever was right while it was locked is told so, and must be refused.
     *
     * @return what holds after it
     */
    State succeeded(String key);

    /** Ends a lock and the failures in a row. */
    void unlock(String key);

    /** What holds now. */
    State state(String key);

    /** Whether one may try. */
    sealed interface State {
        /**
         * One may.
         *
         * @param failures how many in a row there were
         */
        record Open(long failures) implements State {}

        /**
         * One may not.
         *
         * @param retryAfter when the lock ends; longer than nothing
         * @param justNow whether this very failure locked it, which is so for one alone: to be recorded once
         */
        record Locked(Duration retryAfter, boolean justNow) implements State {}
    }
}
