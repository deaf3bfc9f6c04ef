package dev.hauberk.crypto.password;

import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.PasswordPolicy;

/**
 * Makes and checks the stored form of passwords (AUTHN-2).
 *
 * <p><b>Guarantees.</b> Every character of a password counts, whatever its length: up to 72 bytes without NUL are plain
 * bcrypt, anything else goes through an HMAC first and is marked so in the stored form. Passwords are compared in NFC. A
 * stored form that is damaged, of an unknown kind or of an absurd cost is a {@link Match#NO}, never an exception, and
 * costs what a wrong password costs; so is one of a lower cost than is asked, so that an old hash does not show in the time.
 * How many hashes are computed at once is bounded, and so is how many wait and for how long. Thread-safe.
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
        return BcryptPasswordHasher.of(cost, MAX_BYTES, keys);
    }

    /**
     * What a policy asks: its cost and its greatest length.
     *
     * @param keys for passwords that are longer than bcrypt takes
     */
    static PasswordHasher of(PasswordPolicy policy, KeyRing keys) {
        return switch (policy.hash()) {
            case BCRYPT -> BcryptPasswordHasher.of(policy.cost(), policy.maxBytes(), keys);
        };
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
