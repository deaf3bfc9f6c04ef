package dev.hauberk.crypto.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * Makes what is stored of new passwords by a key derivation, with 16 bytes of salt and 32 of key.
 *
 * @param kdf the primitive
 * @param random for salts
 */
record KeyMaker(KeyDerivation kdf, SecureRandom random) {
    static final int SALT_BYTES = 16;
    static final int KEY_BYTES = 32;

    private static final byte[] NOTHING = "nothing".getBytes(StandardCharsets.US_ASCII);

    static KeyMaker ofThisMachine() {
        return new KeyMaker(Cost::derive, new SecureRandom());
    }

    /** The key of a new password. */
    DerivedHash make(Cost cost, byte[] password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new DerivedHash(kdf, cost, salt, kdf.derive(cost, password, salt, KEY_BYTES), true);
    }

    /**
     * A key that was read.
     *
     * @param current whether form and cost are those of today; it also takes a salt and a key of no less than today's length
     */
    DerivedHash read(Cost cost, byte[] salt, byte[] key, boolean current) {
        return new DerivedHash(kdf, cost, salt, key, current && salt.length >= SALT_BYTES && key.length >= KEY_BYTES);
    }

    /** Derives a key of which nothing comes. */
    void spend(Cost cost) {
        byte[] unused = kdf.derive(cost, NOTHING, new byte[SALT_BYTES], KEY_BYTES);
    }
}
