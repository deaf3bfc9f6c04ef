package dev.hauberk.ratelimit;

import dev.hauberk.Control;
import dev.hauberk.Permit;
import dev.hauberk.UnavailableException;
import dev.hauberk.key.Hmac;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.policy.FailurePolicy;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.store.RedisScripts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Makes the limiters of a policy whose nodes share a Redis: each with what it does while that does not answer. */
final class SharedLimits {
    /** Part of compatibility: what is stored below it is read by other versions too. */
    private static final String PREFIX = "hauberk:1:limit:";

    private static final int NAME_BYTES = 16;

    private final SecurityPolicy policy;
    private final RedisScripts redis;
    private final Hmac names;
    private final InstantSource clock;
    private final Nodes nodes;

    SharedLimits(SecurityPolicy policy, RedisScripts redis, KeyRing keys, InstantSource clock) {
        FailurePolicy failure = failure(policy);
        this.policy = policy;
        this.redis = redis.within(failure.within());
        this.names = Hmac.of(keys.primary(Purpose.PSEUDONYMS).secret());
        this.clock = clock;
        this.nodes = new Nodes(this.redis, PREFIX + "nodes", UUID.randomUUID().toString(), System::nanoTime);
    }

    RateLimiter limiter(String category, Limit limit, int keys) {
        RateLimiter shared = RateLimiter.redis(redis, PREFIX + category + ":", limit.rate(), clock);
        RateLimiter local = new ShareLimiter(limit.rate(), clock, keys, nodes::alive);
        RateLimiter without = switch (failure(policy).of(category)) {
            case CLOSED -> SharedLimits::refuse;
            case LOCAL -> local;
            case OPEN -> (key, cost) -> open(limit);
        };
        RateLimiter either = new FallbackLimiter(shared, without);
        return (key, cost) -> {
            nodes.beat();
            return either.take(name(category, key), cost);
        };
    }

    /** Nobody who reads Redis learns an address or a user; all nodes, which have the same keys, have the same name for it. */
    private String name(String category, String key) {
        byte[] tag = names.tag((category + ' ' + key).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(tag, NAME_BYTES));
    }

    private static Permit refuse(String key, long cost) {
        throw new UnavailableException("Redis does not answer, and this limit is closed without it");
    }

    private static Permit open(Limit limit) {
        long count = limit.rate().count();
        return new Permit(true, count, count, Duration.ZERO, Duration.ZERO);
    }

    private static FailurePolicy failure(SecurityPolicy policy) {
        return policy.failures().getOrDefault(Control.RATE_1, FailurePolicy.DEFAULT);
    }
}
