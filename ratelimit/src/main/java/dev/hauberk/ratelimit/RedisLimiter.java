package dev.hauberk.ratelimit;

import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A bucket a key in Redis, decided there by one script and by the server's clock. */
final class RedisLimiter implements RateLimiter {
    private static final RedisScript SCRIPT = Scripts.read("limit.lua");

    /** Twice as much is still exact where Lua counts, whose numbers are doubles. */
    private static final long GREATEST = 1L << 51;

    private final RedisScripts redis;
    private final String prefix;
    private final Rate rate;
    private final long tick;
    private final Denials denials;

    /**
     * @param prefix what its keys in Redis begin with
     * @param clock time by which a refusal is remembered
     */
    RedisLimiter(RedisScripts redis, String prefix, Rate rate, InstantSource clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.rate = rate;
        this.tick = tick(rate);
        this.denials = new Denials(rate, clock);
    }

    @Override
    public Permit take(String key, long cost) {
        check(cost);
        Optional<Permit> denied = denials.find(key, cost);
        if (denied.isPresent()) {
            return denied.get();
        }
        long asked = denials.now();
        return learn(key, cost, asked, redis.call(SCRIPT, List.of(prefix + key), arguments(cost)));
    }

    @Override
    public CompletionStage<Permit> takeAsync(String key, long cost) {
        check(cost);
        Optional<Permit> denied = denials.find(key, cost);
        if (denied.isPresent()) {
            return CompletableFuture.completedStage(denied.get());
        }
        long asked = denials.now();
        return redis.callAsync(SCRIPT, List.of(prefix + key), arguments(cost))
                .thenApply(answer -> learn(key, cost, asked, answer));
    }

    private void check(long cost) {
        if (cost < 1 || cost > rate.count()) {
            throw new IllegalArgumentException("a cost is at least 1, and at most the limit of " + rate.count());
        }
    }

    private List<String> arguments(long cost) {
        long ticks = micros(rate) / tick;
        return List.of(
                Long.toString(tick), Long.toString(cost), Long.toString(rate.count()), Long.toString(ticks), "even");
    }

    private Permit learn(String key, long cost, long asked, List<Long> answer) {
        Permit permit =
                new Permit(answer.get(0) == 1, rate.count(), answer.get(1), time(answer.get(2)), time(answer.get(3)));
        denials.learn(key, cost, permit, asked);
        return permit;
    }

    private Duration time(long ticks) {
        return Duration.of(Math.multiplyExact(ticks, tick), ChronoUnit.MICROS);
    }

    /** The least power of ten, in microseconds, with which nothing is counted that is too great. */
    private static long tick(Rate rate) {
        long tick = 1;
        while (micros(rate) / tick > GREATEST / rate.count()) {
            tick *= 10;
        }
        return tick;
    }

    private static long micros(Rate rate) {
        return Math.max(1, rate.per().toNanos() / 1_000);
    }
}
