package dev.hauberk.ratelimit;

import dev.hauberk.ratelimit.Lockouts.State;
import dev.hauberk.ratelimit.Lockouts.State.Locked;
import dev.hauberk.ratelimit.Lockouts.State.Open;
import java.time.Duration;

/** The failures in a row of one key, and until when it is locked. Thread-safe, by a lock that is held for some nanoseconds. */
final class Streak {
    private static final long NOT_LOCKED = Long.MIN_VALUE;

    private final long most;
    private final long time;
    private long failures;
    private long lockedUntil = NOT_LOCKED;

    /** @param time how long it is locked, in nanoseconds */
    Streak(long most, long time) {
        this.most = most;
        this.time = time;
    }

    synchronized State failed(SteadyClock clock) {
        long now = clock.read();
        if (state(now) instanceof Locked locked) {
            return locked;
        }
        failures++;
        if (failures < most) {
            return new Open(failures);
        }
        lock(now);
        return new Locked(Duration.ofNanos(time), true);
    }

    synchronized State succeeded(SteadyClock clock) {
        State state = state(clock.read());
        if (state instanceof Locked) {
            return state;
        }
        unlock();
        return new Open(0);
    }

    synchronized State state(SteadyClock clock) {
        return state(clock.read());
    }

    synchronized void unlock() {
        failures = 0;
        lockedUntil = NOT_LOCKED;
    }

    synchronized void lock(long now) {
        failures = 0;
        lockedUntil = now + time;
    }

    private State state(long now) {
        return now < lockedUntil ? new Locked(Duration.ofNanos(lockedUntil - now), false) : new Open(failures);
    }
}
