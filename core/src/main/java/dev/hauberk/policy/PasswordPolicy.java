package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Set;

/**
 * What a new password must be (AUTHN-1) and how one is kept (AUTHN-2).
 *
 * @param minLength the least length, in code points after NFC
 * @param maxBytes the greatest length in bytes of UTF-8
 * @param require of which classes a password must hold at least one each
 * @param hash how passwords are hashed
 * @param cost the cost of bcrypt, 10 to 16
 */
public record PasswordPolicy(
        @Setting(
                says = "The least length, in code points after NFC.",
                or = "8",
                control = Control.AUTHN_1,
                weaker = Weaker.LOWER)
        int minLength,

        @Setting(
                says = "The greatest length, in bytes of UTF-8; longer ones are refused before any hashing.",
                or = "1024",
                control = Control.AUTHN_1,
                weaker = Weaker.NEVER)
        int maxBytes,

        @Setting(
                says = "The classes of ASCII characters of which a password must hold at least one each.",
                or = "upper-case, lower-case, digit, special",
                control = Control.AUTHN_1,
                weaker = Weaker.FEWER)
        Set<CharacterClass> require,

        @Setting(says = "How passwords are hashed.", or = "bcrypt", control = Control.AUTHN_2, weaker = Weaker.OTHER)
        Hash hash,

        @Setting(
                says = "The cost of bcrypt: each step doubles the work.",
                or = "12",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        int cost) {

    /** A class of ASCII characters. */
    public enum CharacterClass {
        UPPER_CASE,
        LOWER_CASE,
        DIGIT,
        /** Printable, and neither a letter nor a digit. */
        SPECIAL
    }

    /** How passwords are hashed. */
    public enum Hash {
        BCRYPT
    }

    /** @throws IllegalArgumentException where a number is out of its range */
    public PasswordPolicy {
        require = Set.copyOf(require);
        if (minLength < 1 || maxBytes < 72 || minLength > maxBytes) {
            throw new IllegalArgumentException("min-length is at least 1, and max-bytes at least 72 and min-length");
        }
        if (cost < 10 || cost > 16) {
            throw new IllegalArgumentException("cost is between 10 and 16");
        }
    }
}
