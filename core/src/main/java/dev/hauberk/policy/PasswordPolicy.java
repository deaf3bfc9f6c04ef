package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Set;

/**
 * What a new password must be (AUTHN-1) and how one is kept (AUTHN-2).
 *
 * @param minLength the least length, in code points after NFC
 * @param maxBytes the greatest length in bytes of UTF-8
 * @param require of which classes a password must hold at least one each
 * @param strength how hard it must be to guess, 0 (not asked) to 4, as zxcvbn counts
 * @param breaches whether a new password is looked up among those that leaked
 * @param hash how passwords are hashed
 * @param cost the cost of bcrypt, 10 to 16
 * @param argon2id the cost of Argon2id
 * @param scrypt the cost of scrypt
 * @param pbkdf2 the cost of PBKDF2
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

        @Setting(
                says = "How hard to guess, 0 (not asked) to 4: from 3 on, more than 10^8 guesses.",
                or = "3",
                control = Control.AUTHN_1,
                weaker = Weaker.LOWER)
        int strength,

        @Setting(says = "Passwords that leaked elsewhere.", control = Control.AUTHN_1)
        BreachPolicy breaches,

        @Setting(
                says = "How passwords are hashed. From weak to strong: pbkdf2, bcrypt, scrypt, argon2id.",
                or = "bcrypt",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        Hash hash,

        @Setting(
                says = "The cost of bcrypt: each step doubles the work.",
                or = "12",
                control = Control.AUTHN_2,
                weaker = Weaker.LOWER)
        int cost,

        @Setting(says = "The cost of Argon2id.", control = Control.AUTHN_2)
        Argon2idPolicy argon2id,

        @Setting(says = "The cost of scrypt.", control = Control.AUTHN_2)
        ScryptPolicy scrypt,

        @Setting(says = "The cost of PBKDF2.", control = Control.AUTHN_2)
        Pbkdf2Policy pbkdf2) {

    /** A class of ASCII characters. */
    public enum CharacterClass {
        UPPER_CASE,
        LOWER_CASE,
        DIGIT,
        /** Printable, and neither a letter nor a digit. */
        SPECIAL
    }

    /** How passwords are hashed, the weakest first: a later one is no less than an earlier one. */
    public enum Hash {
        /** PBKDF2 with HMAC-SHA-256: no memory, so cheap for whoever has many cores. */
        PBKDF2,
        BCRYPT,
        SCRYPT,
        /** Argon2id, version 1.3 (RFC 9106). */
        ARGON2ID
    }

    /** @throws IllegalArgumentException where a number is out of its range */
    public PasswordPolicy {
        require = Set.copyOf(require);
        if (minLength < 1 || maxBytes < 72 || minLength > maxBytes) {
            throw new IllegalArgumentException("min-length is at least 1, and max-bytes at least 72 and min-length");
        }
        if (strength < 0 || strength > 4) {
            throw new IllegalArgumentException("strength is between 0 and 4");
        }
        if (cost < 10 || cost > 16) {
            throw new IllegalArgumentException("cost is between 10 and 16");
        }
    }
}
