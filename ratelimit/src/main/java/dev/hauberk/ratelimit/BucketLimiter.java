package dev.hauberk.ratelimit;

import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import io.github.bucket4j.BandwidthBuilder;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketState;
import io.github.bucket4j.MathType;
import java.time.Duration;
import java.time.InstantSource;

/**
 * The state of a Bucket4j bucket a key, and Bucket4j's arithmetic. A bucket that nobody took from for the whole time is full, and
 * needs no memory. What Bucket4j has around a state, for a lock, a clock and listeners, would be most of the memory of a key and a
 * tenth of the time: the clock is read once, and the lock is the state's own, held for some nanoseconds.
 */
final class BucketLimiter implements RateLimiter {
    private final long limit;
    private final SteadyClock clock;
    private final KeyedMemory<BucketState> buckets;

    BucketLimiter(Rate rate, InstantSource source, int keys) {
        this.limit = rate.count();
        this.clock = new SteadyClock(source);
        BucketConfiguration full = bucket(rate, rate.count());
        BucketConfiguration empty = bucket(rate, 0);
        this.buckets = new KeyedMemory<>(
                keys,
                rate.per(),
                clock,
                held -> BucketState.createInitialState(
                        held.isPresent() ? empty : full, MathType.INTEGER_64_BITS, clock.read()));
    }

    @Override
    public Permit take(String key, long cost) {
        if (cost < 1 || cost > limit) {
            throw new IllegalArgumentException("a cost is at least 1, and at most the limit of " + limit);
        }
        long now = clock.read();
        BucketState bucket = buckets.of(key, now);
        Permit permit = take(bucket, cost, now);
        if (!permit.granted()) {
            buckets.hold(key, bucket);
        }
        return permit;
    }

    private Permit take(BucketState bucket, long cost, long now) {
        synchronized (bucket) {
            bucket.refillAllBandwidth(now);
            long available = bucket.getAvailableTokens();
            boolean granted = cost <= available;
            long wait = granted ? 0 : bucket.calculateDelayNanosAfterWillBePossibleToConsume(cost, now, true);
            if (granted) {
                bucket.consume(cost);
            }
            return new Permit(
                    granted,
                    limit,
                    granted ? available - cost : available,
                    Duration.ofNanos(wait),
                    Duration.ofNanos(bucket.calculateFullRefillingTime(now)));
        }
    }

    /** How many keys are remembered, for tests. */
    long size() {
        return buckets.size();
    }

    private static BucketConfiguration bucket(Rate rate, long initial) {
        return BucketConfiguration.builder()
                .addLimit(BandwidthBuilder.builder()
                        .capacity(rate.count())
                        .refillGreedy(rate.count(), rate.per())
                        .initialTokens(initial)
                        .build())
                .build();
    }
}
