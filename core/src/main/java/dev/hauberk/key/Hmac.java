package dev.hauberk.key;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 180-4) by the JDK. Tags are whole, 32 bytes, and compared in constant time. Thread-safe.
 */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Hmac(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * An HMAC with a key.
     *
     * @throws IllegalArgumentException where the key is empty
     */
    public static Hmac of(Secret key) {
        return new Hmac(key.use(bytes -> new SecretKeySpec(bytes, ALGORITHM)));
    }

    /** The tag of a message: 32 bytes. */
    public byte[] tag(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA-256", e);
        }
    }

    /** Whether a tag is the message's. A tag that was cut short is not, whatever it holds. */
    public boolean matches(byte[] message, byte[] tag) {
        return MessageDigest.isEqual(tag(message), tag);
    }

    @Override
    public String toString() {
        return "Hmac[hidden]";
    }
}
