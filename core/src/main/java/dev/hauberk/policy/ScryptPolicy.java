package dev.hauberk.policy;

import dev.hauberk.Control;

/**
 * What a hash by scrypt costs (RFC 7914). It takes 128 times the block size times two to the power of the cost in bytes of
 * memory: 128 MB with the defaults.
 *
 * @param cost the binary logarithm of N, 14 to 18; each step doubles the work and the memory
 * @param blockSize r, 8 to 32
 * @param parallelism p, 1 to 16; each is computed after the other
 */
public record ScryptPolicy(
        @Setting(
                says = "The cost: each step doubles the work and the memory.",
                or = "17",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        int cost,

        @Setting(says = "The size of a block.", or = "8", control = Control.AUTHN_2, weaker = Weaker.LOWER)
        int blockSize,

        @Setting(says = "How often the whole is done.", or = "1", control = Control.AUTHN_2, weaker = Weaker.LOWER)
        int parallelism) {
    private static final long GREATEST_MEMORY = 256L << 20;

    /** @throws IllegalArgumentException where a number is out of its range */
    public ScryptPolicy {
        if (cost < 14 || cost > 18) {
            throw new IllegalArgumentException("cost is between 14 and 18");
        }
        if (blockSize < 8 || blockSize > 32 || parallelism < 1 || parallelism > 16) {
            throw new IllegalArgumentException("block-size is between 8 and 32, and parallelism between 1 and 16");
        }
        long memory = 128L * blockSize << cost;
        if (memory > GREATEST_MEMORY || memory * parallelism > 4 * GREATEST_MEMORY) {
            throw new IllegalArgumentException(
                    "128 * block-size * 2^cost is at most 256MB, and 1024MB times parallelism");
        }
    }
}
