package dev.hauberk.crypto.field;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lends objects that one thread at a time may use, and makes another where none is free; it keeps a bounded number. Not a thread-local: virtual
 * threads are many, and each would have its own.
 *
 * @param <T> what it lends
 */
final class Pool<T> {
    private static final int MOST = 32;

    private final AtomicReferenceArray<@Nullable T> free;
    private final Supplier<T> maker;

    Pool(int processors, Supplier<T> maker) {
        this.free = new AtomicReferenceArray<>(Integer.highestOneBit(Math.min(processors, MOST / 2)) * 2);
        this.maker = maker;
    }

    /** An object that is nobody else's until it is given back. */
    T take() {
        int first = slot();
        for (int i = 0; i < free.length(); i++) {
            T kept = free.getAndSet(first + i & free.length() - 1, null);
            if (kept != null) {
                return kept;
            }
        }
        return maker.get();
    }

    /** Gives back what was taken. What is never given back is not missed. */
    void give(T object) {
        int first = slot();
        for (int i = 0; i < free.length(); i++) {
            if (free.compareAndSet(first + i & free.length() - 1, null, object)) {
                return;
            }
        }
    }

    private int slot() {
        return (int) Thread.currentThread().getId();
    }
}
