package dev.hauberk.ratelimit;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Events;
import dev.hauberk.Permit;
import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.store.RedisScripts;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The policy's limits by category (RATE-2, RATE-5). Publishes one event of RATE-4 per key and window when 80 % of a limit
 * are used, and writes it to the log; neither names an address or a user. Thread-safe.
 *
 * <p>A category counts for itself: what is taken from one is not taken from another. A user has one bucket a category,
 * whichever sessions and keys it uses; an address has one whether or not somebody signs in from it.
 */
public interface Limits {
    /**
     * The limits of a policy, in this node's memory.
     *
     * @param events who hears of what is nearly used up
     * @param clock what time it is
     */
    static Limits inMemory(SecurityPolicy policy, Events events, InstantSource clock) {
        return CategoryLimits.of(
                policy, events, clock, (category, limit, keys) -> new BucketLimiter(limit.rate(), clock, keys));
    }

    /**
     * The limits of a policy, which all nodes share, and which Redis decides by its own clock (RATE-1). What is done while it does not
     * answer is in the policy's section {@code failures}; it is known within the time that is set there.
     *
     * @param keys what hides addresses and users from whoever reads Redis; all nodes have the same
     * @param events who hears of what is nearly used up; each node tells for itself
     * @param clock what time it is here
     */
    static Limits redis(SecurityPolicy policy, RedisScripts redis, KeyRing keys, Events events, InstantSource clock) {
        return CategoryLimits.of(policy, events, clock, new SharedLimits(policy, redis, keys, clock)::limiter);
    }

    /**
     * Takes one for a caller, by what the category counts; for an anonymous caller from its address, whatever the category
     * counts.
     *
     * @param category a name in {@code limits}; empty for a request that no rule matches, which takes of the strictest; so
     *     does a name that the policy does not know
     * @return what it says; empty where the policy has no limits at all
     */
    Optional<Taken> take(Optional<String> category, Caller caller);

    /** Takes one for an address, for a request that was refused before its caller was known. */
    Optional<Taken> take(Optional<String> category, ClientAddress address);

    /**
     * What was taken, from what, with all that the headers of a response need.
     *
     * @param category the name of the limit
     * @param limit how many in how long, and by what they are counted
     * @param permit what it says
     */
    record Taken(String category, Limit limit, Permit permit) {}
}
