package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;

/** Sets up a {@link FieldCipher}. Not thread-safe; what it builds is. */
public final class FieldCipherBuilder {
    private final KeyRing keys;

    FieldCipherBuilder(KeyRing keys) {
        this.keys = keys;
    }

    /** The cipher. */
    public FieldCipher build() {
        return new GcmFieldCipher(keys);
    }
}
