package dev.hauberk.crypto.password;

/**
 * Makes and checks the stored form of passwords (AUTHN-2).
 *
 * <p><b>Guarantees.</b> Every character of a password counts, whatever its length: up to 72 bytes without NUL are plain
 * bcrypt, anything else goes through an HMAC first and is marked so in the stored form. Passwords are compared in NFC. A
 * stored form that is damaged, of an unknown kind or of an absurd cost is a {@link Match#NO}, never an exception, and
 * costs what a wrong password costs. Thread-safe; how many hashes are computed at once is bounded by the implementation.
 */
public interface PasswordHasher {
    /**
     * The form to store of a new password.
     *
     * @throws IllegalArgumentException where it is longer than the policy's {@code max-bytes}
     */
    String hash(CharSequence password);

    /** Whether a password is the one of a stored form. */
    Match verify(CharSequence password, String hash);

    /** Costs what {@link #verify} costs, for a user who does not exist. */
    void verifyNothing(CharSequence password);
}
