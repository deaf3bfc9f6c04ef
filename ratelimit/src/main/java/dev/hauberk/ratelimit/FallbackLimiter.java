package dev.hauberk.ratelimit;

import dev.hauberk.Permit;
import dev.hauberk.UnavailableException;
import java.util.concurrent.CompletionStage;

/** A limiter that all nodes share, and another that decides while it does not answer. */
final class FallbackLimiter implements RateLimiter {
    private final RateLimiter shared;
    private final RateLimiter without;

    FallbackLimiter(RateLimiter shared, RateLimiter without) {
        this.shared = shared;
        this.without = without;
    }

    @Override
    public Permit take(String key, long cost) {
        try {
            return shared.take(key, cost);
        } catch (UnavailableException e) {
            return without.take(key, cost);
        }
    }

    @Override
    public CompletionStage<Permit> takeAsync(String key, long cost) {
        return shared.takeAsync(key, cost).exceptionally(failure -> without.take(key, cost));
    }
}
