package dev.hauberk.crypto.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How fast a rotation goes, and how long it is waited for.
 *
 * @param batch how many rows are read and written at once
 * @param rate how many rows are looked at in a second
 * @param lease how long a node that says nothing is waited for
 */
record Pacing(int batch, long rate, Duration lease, InstantSource clock, Pause pause) {
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    /** Until when a column is this node's that looks at a batch now. */
    long leasedUntil() {
        return clock.instant().plus(lease).plus(length(batch)).toEpochMilli();
    }

    /** Whether a lease is over. */
    boolean isOver(long leasedUntil) {
        return clock.millis() >= leasedUntil;
    }

    /** Waits as long as some rows may take that were begun at a time. */
    void keep(int rows, Instant begun) throws InterruptedException {
        Duration left = length(rows).minus(Duration.between(begun, clock.instant()));
        if (!left.isNegative() && !left.isZero()) {
            pause.take(left);
        }
    }

    private Duration length(int rows) {
        return Duration.ofNanos(rows * NANOS / rate);
    }
}
