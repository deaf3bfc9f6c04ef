package dev.hauberk.policy;

import dev.hauberk.Control;

/**
 * What a hash by PBKDF2 with HMAC-SHA-256 costs (RFC 8018).
 *
 * @param iterations 100,000 to 2,000,000
 */
public record Pbkdf2Policy(
        @Setting(
                says = "How often HMAC-SHA-256 is done.",
                or = "600000",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        int iterations) {
    /** @throws IllegalArgumentException where the number is out of its range */
    public Pbkdf2Policy {
        if (iterations < 100_000 || iterations > 2_000_000) {
            throw new IllegalArgumentException("iterations is between 100000 and 2000000");
        }
    }
}
