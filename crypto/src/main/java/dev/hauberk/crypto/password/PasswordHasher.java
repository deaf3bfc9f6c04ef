package dev.hauberk.crypto.password;

import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.PasswordPolicy;

/**
 * Makes and checks the stored form of passwords (AUTHN-2).
 *
 * <p><b>Guarantees.</b> A stored form names its algorithm and its cost. Whatever the policy asks, those of bcrypt, Argon2, scrypt
 * and PBKDF2 are checked, in the forms of this library, of PHC, of passlib, of Spring Security and of Django; any but the one
 * that the policy asks is a {@link Match#YES_BUT_REHASH}. No form holds a plain password. Every character of a password counts,
 * whatever its length: for bcrypt, up to 72 bytes without NUL are plain bcrypt, anything else goes through an HMAC first and is
 * marked so in the stored form. Passwords are compared in NFC. A stored form that is damaged, of an unknown kind or of an absurd
 * cost is a {@link Match#NO}, never an exception, and costs what a wrong password costs; so is one of a lower cost than is asked,
 * so that an old hash does not show in the time. How many hashes are computed at once is bounded, and how much memory they take
 * together, how many wait and for how long. Thread-safe.
 *
 * <p><b>Not guaranteed.</b> A password that is not in NFC is a {@code String} in the heap until it is collected. One that is
 * right is told from one that is wrong by whoever sees this method's time, where its hash is older than what is asked.
 */
public interface PasswordHasher {
    /** The greatest length of a password where no policy says another, in bytes of UTF-8. */
    int MAX_BYTES = 1024;

    /**
     * bcrypt, of passwords up to {@value #MAX_BYTES} bytes.
     *
     * @param cost 10 to 16; each step doubles the work
     * @param keys for passwords that are longer than bcrypt takes
     * @throws IllegalArgumentException for any other cost
     */
    static PasswordHasher bcrypt(int cost, KeyRing keys) {
        if (cost < Schemes.LEAST_BCRYPT_COST || cost > BcryptForm.GREATEST_COST) {
            throw new IllegalArgumentException("the cost of bcrypt is between 10 and 16, not " + cost);
        }
        return Schemes.ofBcrypt(cost, keys).hasher(PasswordPolicy.Hash.BCRYPT, MAX_BYTES, HashingGate.forThisMachine());
    }

    /**
     * What a policy asks: its algorithm, its cost and its greatest length.
     *
     * @param keys for passwords that are longer than bcrypt takes
     * @throws IllegalArgumentException where one hash takes more than a quarter of the heap
     */
    static PasswordHasher of(PasswordPolicy policy, KeyRing keys) {
        return Schemes.of(policy, keys).hasher(policy.hash(), policy.maxBytes(), HashingGate.forThisMachine());
    }

    /**
     * The form to store of a new password.
     *
     * @throws IllegalArgumentException where it is longer than the policy's {@code max-bytes}; nothing is hashed
     * @throws HashingOverloadedException where too many are being hashed
     */
    String hash(CharSequence password);

    /**
     * Whether a password is the one of a stored form. One that is longer than the policy's {@code max-bytes} is not, and nothing
     * is hashed.
     *
     * @throws HashingOverloadedException where too many are being hashed
     */
    Match verify(CharSequence password, String hash);

    /**
     * Costs what {@link #verify} costs, for a user who does not exist.
     *
     * @throws HashingOverloadedException where too many are being hashed
     */
    void verifyNothing(CharSequence password);
}
