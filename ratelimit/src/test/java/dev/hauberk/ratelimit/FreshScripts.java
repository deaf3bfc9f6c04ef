package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Has scripts see a part of the server's keys that no other sees, as if it were a new server. */
final class FreshScripts implements RedisScripts {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final RedisScripts redis;
    private final String prefix = "test:" + MADE.incrementAndGet() + ":";

    FreshScripts(RedisScripts redis) {
        this.redis = redis;
    }

    String prefix() {
        return prefix;
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        return redis.callAsync(script, keys.stream().map(prefix::concat).toList(), arguments);
    }
}
