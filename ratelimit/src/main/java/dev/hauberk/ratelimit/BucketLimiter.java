package dev.hauberk.ratelimit;

import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A Bucket4j bucket a key. A bucket that nobody took from for the whole time is full, and needs no memory. Its lock is held for
 * some nanoseconds, which costs less than the copies that its lock-free kind makes.
 */
final class BucketLimiter implements RateLimiter {
    private final long limit;
    private final KeyedMemory<Bucket> buckets;

    BucketLimiter(Rate rate, InstantSource source, int keys) {
        this.limit = rate.count();
        SteadyClock clock = new SteadyClock(source);
        Bandwidth full = bandwidth(rate, rate.count());
        Bandwidth empty = bandwidth(rate, 0);
        this.buckets = new KeyedMemory<>(
                keys,
                rate.per(),
                clock,
                held -> Bucket.builder()
                        .addLimit(held.isPresent() ? empty : full)
                        .withCustomTimePrecision(clock)
                        .withSynchronizationStrategy(SynchronizationStrategy.SYNCHRONIZED)
                        .build());
    }

    @Override
    public Permit take(String key, long cost) {
        if (cost < 1 || cost > limit) {
            throw new IllegalArgumentException("a cost is at least 1, and at most the limit of " + limit);
        }
        Bucket bucket = buckets.of(key);
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(cost);
        if (!probe.isConsumed()) {
            buckets.hold(key, bucket);
        }
        return new Permit(
                probe.isConsumed(),
                limit,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** How many keys are remembered, for tests. */
    long size() {
        return buckets.size();
    }

    private static Bandwidth bandwidth(Rate rate, long initial) {
        return BandwidthBuilder.builder()
                .capacity(rate.count())
                .refillGreedy(rate.count(), rate.per())
                .initialTokens(initial)
                .build();
    }
}
