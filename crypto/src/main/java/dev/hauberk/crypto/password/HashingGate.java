package dev.hauberk.crypto.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many hashes be computed at once and so many wait, in the order in which they came and for a bounded time. Without
 * it, a few hundred sign-ins a second would take every core from everybody else. Thread-safe.
 */
final class HashingGate {
    private static final int WAITING_PER_CORE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Held by those who compute and by those who wait. */
    private final Semaphore places;
    /** Held by those who compute; fair. */
    private final Semaphore turns;

    private final Duration patience;

    /**
     * @param atOnce how many compute at once
     * @param waiting how many wait for that
     * @param patience how long each of them waits
     */
    HashingGate(int atOnce, int waiting, Duration patience) {
        this.places = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /** As many at once as there are cores, since a hash is nothing but computing. */
    static HashingGate forThisMachine() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new HashingGate(cores, cores * WAITING_PER_CORE, PATIENCE);
    }

    /**
     * Does the work when its turn comes.
     *
     * @throws HashingOverloadedException where too many wait already, the turn does not come in time, or the thread is
     *     interrupted while it waits
     */
    <T> T pass(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new HashingOverloadedException("too many passwords wait to be hashed; try again later");
        }
        try {
            awaitTurn();
            try {
                return work.get();
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HashingOverloadedException("no turn to hash a password within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingOverloadedException("interrupted while waiting to hash a password");
        }
    }
}
