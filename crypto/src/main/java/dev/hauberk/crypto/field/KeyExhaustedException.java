package dev.hauberk.crypto.field;

/** A key has encrypted 2^32 values and encrypts no more. What it encrypted still opens; another key must become the primary one. */
public final class KeyExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyExhaustedException(String keyId) {
        super("key " + keyId
                + " has encrypted 2^32 values, which is all that it may: give every node a new key behind it in"
                + " HAUBERK_KEYS, then prefer that one everywhere, and run the rotation (docs/rotation.md)");
    }
}
