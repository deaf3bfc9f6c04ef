package dev.hauberk.testkit.target;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on by itself, and can be moved: give it to an application under attack. Thread-safe. */
public final class TestClock implements MovableClock, InstantSource {
    private final InstantSource base;
    private volatile Duration ahead = Duration.ZERO;

    /** A clock that is moved from the system's time. */
    public TestClock() {
        this(InstantSource.system());
    }

    /** A clock that is moved from another's time. */
    public TestClock(InstantSource base) {
        this.base = base;
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }
}
