package dev.hauberk.ratelimit;

import dev.hauberk.Permit;

/**
 * Counts by key, and says no when there are too many: a bucket of n, refilled evenly. Thread-safe; one {@code take} is one
 * atomic step. Memory is bounded, and a key that is over its limit is not forgotten before one that is not.
 */
public interface RateLimiter {
    /**
     * Takes, or leaves all as it is.
     *
     * @param key by what is counted
     * @param cost how many; at least 1
     */
    Permit take(String key, long cost);
}
