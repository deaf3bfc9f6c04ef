package dev.hauberk.crypto.password;

import java.util.Optional;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * scrypt (RFC 7914) by Bouncy Castle.
 *
 * @param log the binary logarithm of N
 * @param block r
 * @param times p, each computed after the other
 */
record ScryptCost(int log, int block, int times) implements Cost {
    private static final int LEAST_LOG = 10;
    private static final int GREATEST_LOG = 20;
    private static final int LEAST_BLOCK = 8;
    private static final int GREATEST_BLOCK = 32;
    private static final int GREATEST_TIMES = 16;
    private static final long GREATEST_BYTES = 256L << 20;
    /** Memory times p. */
    private static final long GREATEST_TIME = 4 * GREATEST_BYTES;

    private static final int BYTES_PER_BLOCK = 128;
    private static final long BYTES_PER_MEBIBYTE = 1 << 20;
    private static final long NANOS_PER_KIBIBYTE = 3_300;

    /** Empty where somebody would wait for it, or try many passwords on it, without need. */
    static Optional<ScryptCost> of(int log, int block, int times) {
        if (log < LEAST_LOG || log > GREATEST_LOG || block < LEAST_BLOCK || block > GREATEST_BLOCK) {
            return Optional.empty();
        }
        ScryptCost cost = new ScryptCost(log, block, times);
        boolean sane = times >= 1
                && times <= GREATEST_TIMES
                && cost.bytes() <= GREATEST_BYTES
                && cost.bytes() * times <= GREATEST_TIME;
        return sane ? Optional.of(cost) : Optional.empty();
    }

    @Override
    public byte[] derive(byte[] password, byte[] salt, int length) {
        return SCrypt.generate(password, salt, 1 << log, block, times, length);
    }

    @Override
    public Work work(int length) {
        return new Work(NANOS_PER_KIBIBYTE * (bytes() / 1024) * times, (int) (bytes() / BYTES_PER_MEBIBYTE));
    }

    private long bytes() {
        return (long) BYTES_PER_BLOCK * block << log;
    }
}
