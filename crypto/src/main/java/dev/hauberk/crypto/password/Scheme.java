package dev.hauberk.crypto.password;

import java.util.Optional;

/** One way to hash passwords: how its hashes are made as the policy asks, and how those of others are read. Thread-safe. */
sealed interface Scheme permits BcryptScheme, Argon2Scheme, ScryptScheme, Pbkdf2Scheme {
    /** The form to store of a new password, with a salt of its own. */
    String hash(byte[] password);

    /** What one hash that is made here costs. */
    Work work();

    /**
     * Reads a stored form; empty where it is none of this scheme, damaged, or of an absurd cost. Computes nothing, and never
     * throws.
     */
    Optional<StoredHash> read(String stored);

    /**
     * Does work of which nothing comes, so that a wrong password of a cheap hash takes as long as any other.
     *
     * @param nanos about how much; nothing where it is not positive
     */
    void spend(long nanos);
}
