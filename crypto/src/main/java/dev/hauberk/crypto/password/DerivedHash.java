package dev.hauberk.crypto.password;

import java.security.MessageDigest;

/** A key that was derived from a password, with all that it takes to derive it again. */
record DerivedHash(KeyDerivation kdf, Cost cost, byte[] salt, byte[] key, boolean isCurrent) implements StoredHash {
    @Override
    public boolean matches(byte[] password) {
        return MessageDigest.isEqual(kdf.derive(cost, password, salt, key.length), key);
    }

    @Override
    public Work work(byte[] password) {
        return cost.work(key.length);
    }

    @Override
    public String toString() {
        return "DerivedHash[hidden]";
    }
}
