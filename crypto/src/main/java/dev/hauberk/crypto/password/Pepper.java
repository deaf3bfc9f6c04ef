package dev.hauberk.crypto.password;

import dev.hauberk.key.KeyRing.Key;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What makes a password of any length one that bcrypt takes whole: HMAC-SHA-256 with a key of the ring, in base64, since
 * bcrypt stops at a NUL. Keyed, so that nobody can try the plain SHA-256 hashes of another leak on it.
 */
final class Pepper {
    private static final String HMAC = "HmacSHA256";

    private Pepper() {}

    /** 43 characters of ASCII. */
    static byte[] apply(Key key, byte[] password) {
        byte[] hmac = key.secret().use(secret -> hmac(secret, password));
        return Base64.getEncoder().withoutPadding().encode(hmac);
    }

    private static byte[] hmac(byte[] secret, byte[] password) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return mac.doFinal(password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }
}
