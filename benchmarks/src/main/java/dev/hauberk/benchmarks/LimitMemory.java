package dev.hauberk.benchmarks;

import dev.hauberk.policy.Rate;
import dev.hauberk.ratelimit.RateLimiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One limit in memory, one key, never reached; ours finds the key as well. */
@State(Scope.Benchmark)
public class LimitMemory {
    private static final long COUNT = 1_000_000_000;
    private static final Duration PER = Duration.ofSeconds(1);

    private final RateLimiter limiter = RateLimiter.inMemory(new Rate(COUNT, PER), InstantSource.system());
    private final Bucket bucket = Bucket.builder()
            .addLimit(limit -> limit.capacity(COUNT).refillGreedy(COUNT, PER))
            .withSynchronizationStrategy(SynchronizationStrategy.SYNCHRONIZED)
            .build();

    @Benchmark
    public boolean hauberk() {
        return limiter.take("01J9Z3N5Q8W7", 1).granted();
    }

    @Benchmark
    public boolean bucket4jSynchronized() {
        return bucket.tryConsume(1);
    }
}
