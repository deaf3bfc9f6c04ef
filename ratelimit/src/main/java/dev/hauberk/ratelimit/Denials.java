package dev.hauberk.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Remembers who is over a limit that is counted elsewhere, until it may pass again: until then nobody needs to be asked. For a
 * bounded number of keys; one that is forgotten is asked for again. Thread-safe.
 */
final class Denials {
    private static final int KEYS = 100_000;

    /**
     * A refusal.
     *
     * @param cost what was asked for; whoever asks for less may pass earlier, and for more later
     * @param until when that much is there, in nanoseconds of the clock here
     * @param reset when all is there
     */
    private record Denial(long cost, long until, long reset) {}

    private final Rate rate;
    private final SteadyClock clock;
    private final Cache<String, Denial> denied;

    Denials(Rate rate, InstantSource source) {
        this.rate = rate;
        this.clock = new SteadyClock(source);
        this.denied = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .ticker(clock)
                .executor(Runnable::run)
                .expireAfter(
                        Expiry.<String, Denial>writing((key, denial) -> Duration.ofNanos(denial.until - clock.read())))
                .build();
    }

    /** The refusal that still holds for whoever asks for so much. */
    Optional<Permit> find(String key, long cost) {
        Denial denial = denied.getIfPresent(key);
        long now = clock.read();
        return denial != null && cost == denial.cost && now < denial.until
                ? Optional.of(at(now, denial))
                : Optional.empty();
    }

    private Permit at(long now, Denial denial) {
        long reset = Math.max(0, denial.reset - now);
        return new Permit(
                false, rate.count(), remaining(reset), Duration.ofNanos(denial.until - now), Duration.ofNanos(reset));
    }

    /** What is left where so much time is needed until all is there: whole tokens, rounded down. */
    private long remaining(long reset) {
        BigInteger per = BigInteger.valueOf(rate.per().toNanos());
        BigInteger missing = BigInteger.valueOf(reset)
                .multiply(BigInteger.valueOf(rate.count()))
                .add(per.subtract(BigInteger.ONE));
        return Math.max(0, rate.count() - missing.divide(per).longValueExact());
    }

    /** What time it is, for {@link #learn}. */
    long now() {
        return clock.read();
    }

    /**
     * Remembers a refusal; one that was known is forgotten where less was granted, since there is less left than it says.
     *
     * @param asked when it was asked for: counted from later, one would wait for longer than is needed
     */
    void learn(String key, long cost, Permit permit, long asked) {
        if (permit.granted()) {
            denied.invalidate(key);
        } else {
            denied.put(
                    key,
                    new Denial(
                            cost,
                            asked + permit.retryAfter().toNanos(),
                            asked + permit.resetAfter().toNanos()));
        }
    }
}
