package dev.hauberk.crypto.rotation;

import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldCodec;
import dev.hauberk.crypto.field.FieldContext;

/** A cipher that encrypts so many texts and no more. */
class FailingCipher implements FieldCipher {
    private final FieldCipher cipher;
    private int left;

    FailingCipher(FieldCipher cipher, int left) {
        this.cipher = cipher;
        this.left = left;
    }

    @Override
    public <T> String encrypt(T value, FieldCodec<T> codec, FieldContext context) {
        if (left-- == 0) {
            throw new UnavailableException("no more");
        }
        return cipher.encrypt(value, codec, context);
    }

    @Override
    public <T> T decrypt(String stored, FieldCodec<T> codec, FieldContext context) {
        return cipher.decrypt(stored, codec, context);
    }

    @Override
    public boolean isStale(String stored) {
        return cipher.isStale(stored);
    }

    @Override
    public boolean isStale(byte[] stored) {
        return cipher.isStale(stored);
    }

    @Override
    public String encrypt(String value, FieldContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String decrypt(String stored, FieldContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] encrypt(byte[] value, FieldContext context) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int encrypt(byte[] value, FieldContext context, byte[] into) {
        throw new UnsupportedOperationException();
    }

    @Override
    public byte[] decrypt(byte[] stored, FieldContext context) {
        throw new UnsupportedOperationException();
    }
}
