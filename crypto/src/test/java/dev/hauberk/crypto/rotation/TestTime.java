package dev.hauberk.crypto.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that pauses move at once. Thread-safe. */
final class TestTime implements InstantSource, Pause {
    final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T12:00:00Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    void advance(Duration by) {
        now.updateAndGet(before -> before.plus(by));
    }

    @Override
    public void take(Duration length) {
        pauses.add(length);
        advance(length);
    }
}
