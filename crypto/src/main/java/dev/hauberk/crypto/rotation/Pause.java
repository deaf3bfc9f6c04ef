package dev.hauberk.crypto.rotation;

import java.time.Duration;

/** Waits, so that a rotation leaves the database time for others. A test's own waits by moving a clock. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits for about so long.
     *
     * @throws InterruptedException where the thread is interrupted meanwhile: the rotation stops after what it did
     */
    void take(Duration length) throws InterruptedException;

    /** Lets the thread sleep. */
    static Pause sleeping() {
        return length -> Thread.sleep(length.toMillis());
    }
}
