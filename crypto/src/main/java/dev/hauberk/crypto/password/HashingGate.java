package dev.hauberk.crypto.password;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets so many hashes be computed at once, of so much memory together, and so many wait, in the order in which they came and for
 * a bounded time. Without it, a few hundred sign-ins a second would take every core and the whole heap from everybody else.
 * Thread-safe.
 */
final class HashingGate {
    private static final int WAITING_PER_CORE = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** Of the heap, a hash may take so much: one of so many parts. */
    private static final long PARTS_OF_HEAP = 4;

    private static final long BYTES_PER_MEBIBYTE = 1 << 20;

    /** Held by those who compute and by those who wait. */
    private final Semaphore places;
    /** Held by those who compute; fair. */
    private final Semaphore turns;
    /** Mebibytes, held by those who compute; fair. Asked for by those who have a turn alone, so nobody waits in a circle. */
    private final Semaphore memory;

    private final int mebibytes;
    private final Duration patience;

    /**
     * @param atOnce how many compute at once
     * @param mebibytes how much memory all of them have
     * @param waiting how many wait for that
     * @param patience how long each of them waits, for its turn and for its memory
     */
    HashingGate(int atOnce, int mebibytes, int waiting, Duration patience) {
        this.places = new Semaphore(atOnce + waiting);
        this.turns = new Semaphore(atOnce, true);
        this.memory = new Semaphore(mebibytes, true);
        this.mebibytes = mebibytes;
        this.patience = patience;
    }

    /** As many at once as there are cores, since a hash is nothing but computing; a quarter of the heap for all. */
    static HashingGate forThisMachine() {
        Runtime machine = Runtime.getRuntime();
        int cores = machine.availableProcessors();
        long part = machine.maxMemory() / PARTS_OF_HEAP / BYTES_PER_MEBIBYTE;
        return new HashingGate(cores, (int) Math.min(part, Integer.MAX_VALUE), cores * WAITING_PER_CORE, PATIENCE);
    }

    /** How much memory all hashes may have together. */
    int mebibytes() {
        return mebibytes;
    }

    /**
     * Does the work when its turn comes.
     *
     * @param needed how much memory it takes, in mebibytes; no more than there is
     * @throws HashingOverloadedException where too many wait already, the turn does not come in time, or the thread is
     *     interrupted while it waits
     */
    <T> T pass(int needed, Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new HashingOverloadedException("too many passwords wait to be hashed; try again later");
        }
        try {
            await(turns, 1);
            try {
                return withMemory(needed, work);
            } finally {
                turns.release();
            }
        } finally {
            places.release();
        }
    }

    private <T> T withMemory(int needed, Supplier<T> work) {
        await(memory, needed);
        try {
            return work.get();
        } finally {
            memory.release(needed);
        }
    }

    private void await(Semaphore what, int needed) {
        try {
            if (!what.tryAcquire(needed, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new HashingOverloadedException("no turn to hash a password within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HashingOverloadedException("interrupted while waiting to hash a password");
        }
    }
}
