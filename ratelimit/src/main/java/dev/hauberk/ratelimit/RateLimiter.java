package dev.hauberk.ratelimit;

import dev.hauberk.Permit;
import dev.hauberk.UnavailableException;
import dev.hauberk.policy.Rate;
import dev.hauberk.store.RedisScripts;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Counts by key, and says no when there are too many: a bucket of n, refilled evenly. In any time, at most n and what was
 * refilled meanwhile are granted. One {@code take} is one atomic step. Thread-safe.
 *
 * <p>Memory is bounded, and a key that is over its limit is not forgotten before one that is not. What is not guaranteed:
 * under a flood of other keys, one that is within its limit may be forgotten, and then has a full bucket again.
 */
public interface RateLimiter {
    /**
     * A limiter in this node's memory, for some ten thousands of keys. Where more of them are over their limit at once, a new
     * key may begin with an empty bucket instead of a full one.
     *
     * @param rate n, and in how long all of it is refilled
     * @param clock what time it is; one that is set back gives nothing away, one that is set forward counts as time that passed
     */
    static RateLimiter inMemory(Rate rate, InstantSource clock) {
        return new BucketLimiter(rate, clock, KeyedMemory.KEYS);
    }

    /**
     * A limiter that all nodes share, decided by one script in one trip to Redis and by Redis's clock. A key that is over its limit
     * costs no trip until it may pass again. What is not guaranteed: a server that forgets its data gives full buckets.
     *
     * @param prefix what its keys begin with: one limiter, one prefix
     * @param rate n, and in how long all of it is refilled; counted in microseconds, or coarser where n times that is above 2^51
     * @param clock what time it is here, by which refusals are remembered
     */
    static RateLimiter redis(RedisScripts redis, String prefix, Rate rate, InstantSource clock) {
        return new RedisLimiter(redis, prefix, rate, clock);
    }

    /**
     * Takes, or leaves all as it is.
     *
     * @param key by what is counted
     * @param cost how many; at least 1 and at most n
     * @throws IllegalArgumentException for another cost, which could never be granted
     * @throws UnavailableException where what counts does not answer
     */
    Permit take(String key, long cost);

    /**
     * The same without waiting.
     *
     * @return fails where what counts does not answer
     * @throws IllegalArgumentException for a cost that could never be granted
     */
    default CompletionStage<Permit> takeAsync(String key, long cost) {
        return CompletableFuture.completedStage(take(key, cost));
    }
}
