package dev.hauberk.ratelimit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is moved, to either side. */
public final class FakeClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    public void forward(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    public void back(Duration time) {
        now.updateAndGet(before -> before.minus(time));
    }
}
