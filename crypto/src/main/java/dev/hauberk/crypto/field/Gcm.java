package dev.hauberk.crypto.field;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with initialisation vectors of 96 bits and tags of 128 (NIST SP 800-38D), by the JDK's own cipher. For one thread at a time; one
 * object is worth keeping, since it knows its key's schedule.
 */
final class Gcm {
    private static final int KEY_BYTES = 32;

    private final SecretKey key;
    private final Ivs ivs;
    private final Cipher cipher;

    /** @throws IllegalArgumentException where the key has not 256 bits */
    Gcm(SecretKey key, Ivs ivs) {
        if (key.getEncoded().length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 256 bits");
        }
        this.key = key;
        this.ivs = ivs;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES-GCM", e);
        }
    }

    /**
     * Encrypts with a new initialisation vector, and writes the vector, what is encrypted, and the tag.
     *
     * @param at where the vector begins
     */
    void seal(byte[] plain, byte[] associated, byte[] into, int at) {
        ivs.draw(into, at);
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, vector(into, at));
            cipher.updateAAD(associated);
            cipher.doFinal(plain, 0, plain.length, into, at + Envelope.IV_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK did not encrypt", e);
        }
    }

    /**
     * Decrypts what {@link #seal} wrote.
     *
     * @param at where the vector begins
     * @return the value, or empty where the tag is not that of what is encrypted and associated under this key
     */
    Optional<byte[]> open(byte[] sealed, int at, byte[] associated) {
        int text = at + Envelope.IV_BYTES;
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, vector(sealed, at));
            cipher.updateAAD(associated);
            return Optional.of(cipher.doFinal(sealed, text, sealed.length - text));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static AlgorithmParameterSpec vector(byte[] bytes, int at) {
        return new GCMParameterSpec(Envelope.TAG_BYTES * Byte.SIZE, bytes, at, Envelope.IV_BYTES);
    }
}
