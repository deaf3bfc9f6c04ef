package dev.hauberk.ratelimit;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time in nanoseconds that never goes back. Where the clock behind is set back, this one goes on from where it stood, so that
 * nothing is refilled twice and nobody waits until the clock has caught up. Thread-safe.
 *
 * <p>What is read out of order by two threads looks like a clock that was set back a little. Within a second it is taken for
 * that, and time stands still; going on from each would make this clock fast under load.
 *
 * <p>The system's own clock is read as {@link System#nanoTime}, which nobody can set, and which costs a third less.
 */
final class SteadyClock implements Ticker {
    private static final long SECOND = 1_000_000_000;
    private static final long OUT_OF_ORDER = SECOND;

    private final InstantSource source;
    private final boolean system;
    private final long origin = System.nanoTime();
    private final Instant start;
    private final AtomicLong latest = new AtomicLong();
    private volatile long ahead;

    SteadyClock(InstantSource source) {
        this.source = source;
        this.system = source.equals(InstantSource.system()) || source.equals(Clock.systemUTC());
        this.start = source.instant();
    }

    @Override
    public long read() {
        return system ? System.nanoTime() - origin : latest();
    }

    private long latest() {
        long now = now();
        long before = latest.get();
        if (before - now > OUT_OF_ORDER) {
            now = goOn();
        }
        return now > before ? latest.accumulateAndGet(now, Math::max) : before;
    }

    private long now() {
        // In this order: a reading from before the clock was set back, with what was added since, would be in the
        // future.
        long added = ahead;
        Instant now = source.instant();
        long seconds = now.getEpochSecond() - start.getEpochSecond();
        return added + seconds * SECOND + now.getNano() - start.getNano();
    }

    private synchronized long goOn() {
        long now = now();
        long behind = latest.get() - now;
        if (behind > OUT_OF_ORDER) {
            ahead += behind;
            return now + behind;
        }
        return now;
    }
}
