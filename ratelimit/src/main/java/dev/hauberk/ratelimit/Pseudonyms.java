package dev.hauberk.ratelimit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for keys that may be logged: the same for the same key as long as the process lives, and nothing that leads back to it,
 * since the secret that they are made with is known to nobody. Thread-safe.
 */
final class Pseudonyms {
    private static final String HMAC = "HmacSHA256";
    private static final int BYTES = 9;

    private final SecretKeySpec secret;

    Pseudonyms(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.secret = new SecretKeySpec(bytes, HMAC);
    }

    String of(String key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            byte[] hash = mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }
}
