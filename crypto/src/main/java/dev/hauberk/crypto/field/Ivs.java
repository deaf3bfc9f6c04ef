package dev.hauberk.crypto.field;

import java.util.function.LongSupplier;

/**
 * Draws initialisation vectors of 96 random bits, a few at once since asking the system costs more than encrypting does. For one thread at
 * a time.
 *
 * <p>A copy of this process or of its machine has the same batch. So a batch is small, and is not used where either clock moved by 10 ms since it was
 * drawn; and each vector is mixed (XOR, which keeps random bits random) with the monotonic clock and the number of the process when it
 * is used. So even a source that gives two processes the same bytes does not give them the same vectors.
 */
final class Ivs {
    private static final int BATCH = 16;
    private static final long LIFE_NANOS = 10_000_000;
    private static final long LIFE_MILLIS = 10;

    private final Source source;
    private final byte[] batch = new byte[BATCH * Envelope.IV_BYTES];
    private int next = batch.length;
    private long nanos;
    private long millis;

    Ivs(Source source) {
        this.source = source;
    }

    /** Writes a new vector into an array. */
    void draw(byte[] into, int at) {
        long nowNanos = source.nanos.getAsLong();
        long nowMillis = source.millis.getAsLong();
        if (next == batch.length || isStale(nowNanos, nowMillis)) {
            source.entropy.fill(batch);
            nanos = nowNanos;
            millis = nowMillis;
            next = 0;
        }
        mix(into, at, nowNanos);
        next += Envelope.IV_BYTES;
    }

    private boolean isStale(long nowNanos, long nowMillis) {
        return nowNanos - nanos >= LIFE_NANOS
                || nowMillis - millis >= LIFE_MILLIS
                || nowMillis < millis;
    }

    private void mix(byte[] into, int at, long nowNanos) {
        for (int i = 0; i < Integer.BYTES; i++) {
            into[at + i] = (byte) (batch[next + i] ^ source.process >>> 8 * i);
        }
        for (int i = 0; i < Long.BYTES; i++) {
            into[at + Integer.BYTES + i] = (byte) (batch[next + Integer.BYTES + i] ^ nowNanos >>> 8 * i);
        }
    }

    /**
     * What vectors are drawn from.
     *
     * @param nanos the monotonic clock, in nanoseconds
     * @param millis the clock on the wall, in milliseconds
     * @param process the number of this process
     */
    record Source(Entropy entropy, LongSupplier nanos, LongSupplier millis, long process) {
        static Source of(Entropy entropy) {
            return new Source(entropy, System::nanoTime, System::currentTimeMillis, ProcessHandle.current().pid());
        }
    }
}
