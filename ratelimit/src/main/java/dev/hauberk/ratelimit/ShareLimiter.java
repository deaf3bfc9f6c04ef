package dev.hauberk.ratelimit;

import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import java.time.InstantSource;
import java.util.function.IntSupplier;

/**
 * This node's share of a limit that all nodes have together: what there is divided by how many they are, and at least one. Where that
 * number changes, counting starts anew. Thread-safe.
 */
final class ShareLimiter implements RateLimiter {
    private record Share(int nodes, long count, RateLimiter limiter) {}

    private final Rate whole;
    private final InstantSource clock;
    private final int keys;
    private final IntSupplier nodes;
    private volatile Share current;

    ShareLimiter(Rate whole, InstantSource clock, int keys, IntSupplier nodes) {
        this.whole = whole;
        this.clock = clock;
        this.keys = keys;
        this.nodes = nodes;
        this.current = share(1);
    }

    @Override
    public Permit take(String key, long cost) {
        Share share = current(nodes.getAsInt());
        // What the whole limit has room for, a share may not: all of it is taken then.
        return share.limiter.take(key, Math.min(cost, share.count));
    }

    private Share current(int alive) {
        Share seen = current;
        return seen.nodes == alive ? seen : changed(alive);
    }

    /** One thread makes what is new, so that none counts by itself. */
    private synchronized Share changed(int alive) {
        if (current.nodes != alive) {
            current = share(alive);
        }
        return current;
    }

    private Share share(int alive) {
        long count = Math.max(1, whole.count() / alive);
        return new Share(alive, count, new BucketLimiter(new Rate(count, whole.per()), clock, keys));
    }
}
