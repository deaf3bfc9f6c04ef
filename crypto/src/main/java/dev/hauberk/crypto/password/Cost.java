package dev.hauberk.crypto.password;

/** What makes a key of a password, and how much of it: an algorithm with its parameters, each within its bounds. */
sealed interface Cost permits Argon2Cost, ScryptCost, Pbkdf2Cost {
    /** The key of a password. */
    byte[] derive(byte[] password, byte[] salt, int length);

    /**
     * What that costs.
     *
     * @param length of the key, in bytes
     */
    Work work(int length);
}
