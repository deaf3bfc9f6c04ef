package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How many nodes share a Redis, as far as it said when it last answered: what each may do alone while it does not is its share.
 * Each says once a second at most that it is alive, while it is asked for limits; one that was silent for ten seconds is gone.
 *
 * <p>A lower number than was heard counts once nothing higher was for ten seconds: a Redis that lost what it knew hears of the nodes one
 * by one, and the first is not alone. Thread-safe.
 */
final class Nodes {
    private static final RedisScript SCRIPT = Scripts.read("nodes.lua");
    private static final Duration GONE = Duration.ofSeconds(10);
    private static final long OFTEN = Duration.ofSeconds(1).toNanos();

    private final RedisScripts redis;
    private final String key;
    private final String id;
    private final LongSupplier nanos;
    private final AtomicLong next;
    private volatile Heard heard;

    private record Heard(int nodes, long at) {}

    /**
     * @param key where the nodes are in Redis
     * @param id this node, which no other is called
     * @param nanos time that never goes back
     */
    Nodes(RedisScripts redis, String key, String id, LongSupplier nanos) {
        this.redis = redis;
        this.key = key;
        this.id = id;
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong());
        this.heard = new Heard(1, nanos.getAsLong());
    }

    /** At least 1. */
    int alive() {
        return heard.nodes;
    }

    /** Says that this node is alive, where that was not said lately; waits for no answer. */
    void beat() {
        long now = nanos.getAsLong();
        long due = next.get();
        if (now - due >= 0 && next.compareAndSet(due, now + OFTEN)) {
            redis.callAsync(SCRIPT, List.of(key), List.of(id, Long.toString(GONE.toMillis())))
                    .whenComplete((answer, failure) -> {
                        if (failure == null) {
                            hear((int) Math.max(1, Math.min(Integer.MAX_VALUE, answer.get(0))));
                        }
                    });
        }
    }

    private synchronized void hear(int nodes) {
        long now = nanos.getAsLong();
        if (nodes >= heard.nodes || now - heard.at >= GONE.toNanos()) {
            heard = new Heard(nodes, now);
        }
    }
}
