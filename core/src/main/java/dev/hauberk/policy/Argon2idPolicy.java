package dev.hauberk.policy;

import dev.hauberk.Control;

/**
 * What a hash by Argon2id costs (RFC 9106). The time is that of memory times iterations.
 *
 * @param memory how much memory one takes, 8MB to 256MB
 * @param iterations how often it is gone through, 1 to 16
 * @param parallelism how many lanes it has, 1 to 16; they are computed one after the other
 */
public record Argon2idPolicy(
        @Setting(
                says = "How much memory one hash takes.",
                or = "19MB",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        DataSize memory,

        @Setting(
                says = "How often the memory is gone through.",
                or = "2",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        int iterations,

        @Setting(says = "How many lanes the memory has.", or = "1", control = Control.AUTHN_2)
        int parallelism) {
    private static final DataSize LEAST = DataSize.parse("8MB");
    private static final DataSize GREATEST = DataSize.parse("256MB");

    /** @throws IllegalArgumentException where a number is out of its range */
    public Argon2idPolicy {
        if (memory.compareTo(LEAST) < 0 || memory.compareTo(GREATEST) > 0) {
            throw new IllegalArgumentException("memory is between " + LEAST + " and " + GREATEST);
        }
        if (iterations < 1 || iterations > 16 || parallelism < 1 || parallelism > 16) {
            throw new IllegalArgumentException("iterations and parallelism are between 1 and 16");
        }
        if (memory.bytes() * iterations > 4 * GREATEST.bytes()) {
            throw new IllegalArgumentException("memory times iterations is at most 1024MB");
        }
    }
}
