package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Has scripts read a clock of the test's instead of the server's, and counts how often they are called. */
public final class ClockedScripts implements RedisScripts {
    private static final String SERVER = "redis.call('TIME')";
    private static final String OURS = "{string.match(ARGV[#ARGV], '(%d+) (%d+)')}; ARGV[#ARGV] = nil";

    private final RedisScripts redis;
    private final InstantSource clock;
    private final Map<RedisScript, RedisScript> clocked = new ConcurrentHashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    public ClockedScripts(RedisScripts redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    public int calls() {
        return calls.get();
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        calls.incrementAndGet();
        RedisScript reading = clocked.computeIfAbsent(script, ClockedScripts::clocked);
        List<String> more = new ArrayList<>(arguments);
        synchronized (this) {
            // Sent in the order in which the time was read, as a server reads its own.
            Instant now = clock.instant();
            more.add(now.getEpochSecond() + " " + now.getNano() / 1_000);
            return redis.callAsync(reading, keys, more);
        }
    }

    private static RedisScript clocked(RedisScript script) {
        if (!script.source().contains(SERVER)) {
            throw new IllegalArgumentException("a script that asks the server for no time");
        }
        return RedisScript.of(script.source().replace(SERVER, OURS));
    }
}
