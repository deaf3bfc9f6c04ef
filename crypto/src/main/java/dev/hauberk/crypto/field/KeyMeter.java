package dev.hauberk.crypto.field;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out the uses of one key in this process, each number once: blocks come from the store, and are cut into chunks, one for each stripe of
 * threads, so that threads do not wait for each other. Says when the key has done half of what it may, and stops when it has done all.
 */
final class KeyMeter {
    /** How many values a key may encrypt. */
    static final long LIMIT = 1L << 32;
    /** The use from which on the key should be replaced. */
    static final long WARNING = 1L << 31;
    /** How many uses are reserved at once. */
    static final int BLOCK = 1 << 16;

    private static final int CHUNK = 1 << 10;
    private static final int MOST_STRIPES = 64;
    /** Longs between two stripes, so that they are not in one line of a processor's cache. */
    private static final int STRIDE = 16;

    private final String keyId;
    private final KeyUse store;
    private final Runnable warning;
    private final AtomicLongArray left;
    private final int stripes;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private long end;
    private boolean warned;

    /** @param warning what is run once, by the first use here from {@link #WARNING} on */
    KeyMeter(String keyId, KeyUse store, int processors, Runnable warning) {
        this.keyId = keyId;
        this.store = store;
        this.warning = warning;
        stripes = Integer.highestOneBit(Math.min(processors, MOST_STRIPES / 2)) * 2;
        left = new AtomicLongArray(stripes * STRIDE);
    }

    /**
     * Takes one use.
     *
     * @throws KeyExhaustedException where there is none left
     */
    void use() {
        int stripe = ((int) Thread.currentThread().getId() & stripes - 1) * STRIDE;
        if (left.getAndDecrement(stripe) <= 0) {
            lock.lock();
            try {
                useOfNewChunk(stripe);
            } finally {
                lock.unlock();
            }
        }
    }

    private void useOfNewChunk(int stripe) {
        if (left.getAndDecrement(stripe) > 0) {
            return;
        }
        if (next == end && end < LIMIT) {
            next = Math.min(store.reserve(keyId, BLOCK), LIMIT);
            end = Math.min(next + BLOCK, LIMIT);
        }
        if (next == LIMIT) {
            useOfAnotherStripe();
            return;
        }
        // A chunk ends before the use that warns, which so is the first of its own.
        long before = next + 1 < WARNING ? WARNING - 1 : end;
        long until = Math.min(Math.min(next + CHUNK, end), before);
        boolean warns = next + 1 >= WARNING && !warned;
        left.set(stripe, until - next - 1);
        next = until;
        if (warns) {
            warned = true;
            warning.run();
        }
    }

    private void useOfAnotherStripe() {
        for (int stripe = 0; stripe < left.length(); stripe += STRIDE) {
            if (left.getAndDecrement(stripe) > 0) {
                return;
            }
        }
        throw new KeyExhaustedException(keyId);
    }
}
