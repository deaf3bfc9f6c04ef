package dev.hauberk.crypto.field;

import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * Draws initialisation vectors of 96 random bits: one at a time while few are needed, and in a rush a few at once, since asking the
 * system costs more than encrypting does. For one thread at a time.
 *
 * <p>A copy of this process or of its machine has the same batch. So a batch is small, and is not used where either clock moved by 10 ms since it was
 * drawn; and each vector is mixed (XOR, which keeps random bits random) with the number of the process and the monotonic clock when it
 * is used. So even a source that gives two processes the same bytes does not give them the same vectors.
 */
final class Ivs {
    static final int MOST = 32;

    private static final long LIFE_NANOS = 10_000_000;
    private static final long LIFE_MILLIS = 10;

    private final Source source;
    private final byte[] batch = new byte[MOST * Envelope.IV_BYTES];
    private final ByteBuffer random = ByteBuffer.wrap(batch);
    private int size = 1;
    private int left;
    private long nanos;
    private long millis;

    Ivs(Source source) {
        this.source = source;
    }

    /** Writes a new vector into an array. */
    void draw(byte[] into, int at) {
        long nowNanos = source.nanos.getAsLong();
        long nowMillis = source.millis.getAsLong();
        boolean stale = nowNanos - nanos >= LIFE_NANOS || nowMillis - millis >= LIFE_MILLIS || nowMillis < millis;
        if (left == 0 || stale) {
            size = stale ? 1 : Math.min(size * 2, MOST);
            source.entropy.fill(batch, size * Envelope.IV_BYTES);
            left = size;
            nanos = nowNanos;
            millis = nowMillis;
        }
        left--;
        int next = left * Envelope.IV_BYTES;
        ByteBuffer.wrap(into)
                .putInt(at, random.getInt(next) ^ source.process)
                .putLong(at + Integer.BYTES, random.getLong(next + Integer.BYTES) ^ nowNanos);
    }

    /**
     * What vectors are drawn from.
     *
     * @param nanos the monotonic clock, in nanoseconds
     * @param millis the clock on the wall, in milliseconds
     * @param process the number of this process
     */
    record Source(Entropy entropy, LongSupplier nanos, LongSupplier millis, int process) {
        static Source of(Entropy entropy) {
            return new Source(entropy, System::nanoTime, System::currentTimeMillis, (int)
                    ProcessHandle.current().pid());
        }
    }
}
