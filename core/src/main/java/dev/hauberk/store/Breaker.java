package dev.hauberk.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Says whether something that failed is asked again: after some failures in a row nobody asks for a while, then one does, and its
 * answer decides for all. Thread-safe, without a lock.
 *
 * <p>Its whole state is one number: not negative, how many failures in a row there were; negative, the time at which somebody may ask
 * again, as so many nanoseconds after this was made, negated.
 */
final class Breaker {
    private final int failures;
    private final long pause;
    private final LongSupplier nanos;
    private final long start;
    private final AtomicLong state = new AtomicLong();

    /**
     * @param failures how many in a row open it
     * @param pause how long nobody asks then
     * @param nanos time that never goes back, such as {@link System#nanoTime}
     */
    Breaker(int failures, Duration pause, LongSupplier nanos) {
        this.failures = failures;
        this.pause = pause.toNanos();
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** Whether one may ask. Whoever was told so must say how it went. */
    boolean allows() {
        long seen = state.get();
        if (seen >= 0) {
            return true;
        }
        long now = now();
        // Whoever moves the time on is the one who asks; if that one never says how it went, the next asks after a
        // pause.
        return now >= -seen && state.compareAndSet(seen, -(now + pause));
    }

    /** @return whether it was open until now */
    boolean succeeded() {
        return state.get() != 0 && state.getAndSet(0) < 0;
    }

    /** @return whether it was closed until now */
    boolean failed() {
        while (true) {
            long seen = state.get();
            boolean opens = seen < 0 || seen + 1 >= failures;
            if (state.compareAndSet(seen, opens ? -(now() + pause) : seen + 1)) {
                return opens && seen >= 0;
            }
        }
    }

    /** At least 1, so that its negation is negative. */
    private long now() {
        return nanos.getAsLong() - start + 1;
    }
}
