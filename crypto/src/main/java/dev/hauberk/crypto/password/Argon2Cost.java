package dev.hauberk.crypto.password;

import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2 (RFC 9106) by Bouncy Castle, which computes its lanes one after the other.
 *
 * @param variant of {@link Argon2Parameters}: d, i or id
 * @param version 16 or 19
 * @param kibibytes the memory
 * @param iterations how often it is gone through
 * @param lanes the parallelism
 */
record Argon2Cost(int variant, int version, int kibibytes, int iterations, int lanes) implements Cost {
    private static final int LEAST_KIBIBYTES = 1024;
    private static final int GREATEST_KIBIBYTES = 256 * 1024;
    /** Each has eight kibibytes at least, which so many have of the least memory. */
    private static final int GREATEST_LANES = 16;
    /** Memory times iterations. */
    private static final long GREATEST_TIME = 4L * GREATEST_KIBIBYTES;

    private static final int KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final long NANOS = 1_600;

    /** Empty where somebody would wait for it, or try many passwords on it, without need. */
    static Optional<Argon2Cost> of(int variant, int version, int kibibytes, int iterations, int lanes) {
        boolean sane = kibibytes >= LEAST_KIBIBYTES
                && kibibytes <= GREATEST_KIBIBYTES
                && iterations >= 1
                && (long) kibibytes * iterations <= GREATEST_TIME
                && lanes >= 1
                && lanes <= GREATEST_LANES;
        return sane ? Optional.of(new Argon2Cost(variant, version, kibibytes, iterations, lanes)) : Optional.empty();
    }

    @Override
    public byte[] derive(byte[] password, byte[] salt, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(variant)
                .withVersion(version)
                .withMemoryAsKB(kibibytes)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[length];
        generator.generateBytes(password, key);
        return key;
    }

    @Override
    public Work work(int length) {
        return new Work(
                NANOS * kibibytes * iterations, (kibibytes + KIBIBYTES_PER_MEBIBYTE - 1) / KIBIBYTES_PER_MEBIBYTE);
    }
}
