package dev.hauberk.ratelimit;

import dev.hauberk.UnavailableException;
import dev.hauberk.policy.Rate;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Counts attempts exactly, in a sliding window of at most 20 (AUTHN-3). An attempt is taken before it is known whether it
 * succeeds, and given back where it did, so that parallel ones cannot pass. One call is one atomic step. Thread-safe.
 *
 * <p>Memory is bounded, and a key without attempts left is not forgotten before one that has some.
 */
public interface Attempts {
    /**
     * Attempts in this node's memory, for some ten thousands of keys. Where more of them have no attempt left at once, a new key
     * may begin without any.
     *
     * @param rate how many in how long; at most 20
     * @param clock what time it is; one that is set back gives no attempt more
     * @throws IllegalArgumentException for more than 20
     */
    static Attempts inMemory(Rate rate, InstantSource clock) {
        return new WindowAttempts(rate, clock, KeyedMemory.KEYS);
    }

    /**
     * Attempts that all nodes share, counted by one script in one trip to Redis and by Redis's clock. A restart of a node forgets none.
     * What is not guaranteed: a server that forgets its data forgets them.
     *
     * @param rate how many in how long; at most 20, and counted in microseconds
     * @throws IllegalArgumentException for more than 20
     */
    static Attempts redis(RedisScripts redis, Rate rate) {
        return new RedisAttempts(redis, rate);
    }

    /**
     * Takes an attempt. One that is refused is not counted.
     *
     * @param key by what is counted, for example a keyed hash of a sign-in name; never the name itself
     * @throws UnavailableException where what counts does not answer: nobody may try then
     */
    Taken take(String key);

    /**
     * Gives back an attempt that was right. Giving back twice is giving back once, and one that is past is nothing.
     *
     * @throws UnavailableException where what counts does not answer; the attempt then counts until it is past
     */
    void giveBack(String key, Taken.Granted taken);

    /** What taking says. */
    sealed interface Taken {
        /**
         * It may be tried.
         *
         * @param stamp which attempt this is, among those of its key
         */
        record Granted(long stamp) implements Taken {}

        /**
         * There were too many.
         *
         * @param retryAfter when the oldest of them is out of the window; longer than nothing
         */
        record Refused(Duration retryAfter) implements Taken {}
    }
}
