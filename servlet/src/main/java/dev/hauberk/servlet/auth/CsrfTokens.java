package dev.hauberk.servlet.auth;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens that only whoever reads the session's answers can send back (HTTP-6). Each is the session's HMAC under a mask of its
 * own, so that no two are alike and a compressed answer gives nothing away (BREACH). Nothing is stored. Thread-safe.
 */
public final class CsrfTokens {
    private static final int LENGTH = 32;

    private final KeyRing keys;
    private final SecureRandom random;

    private CsrfTokens(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /** Tokens under the ring's keys for {@link Purpose#CSRF}. */
    public static CsrfTokens of(KeyRing keys, SecureRandom random) {
        return new CsrfTokens(keys, random);
    }

    /**
     * A new token of a session.
     *
     * @param session the session's id
     */
    public String issue(String session) {
        KeyRing.Key key = keys.primary(Purpose.CSRF);
        byte[] mask = new byte[LENGTH];
        random.nextBytes(mask);
        byte[] token = Arrays.copyOf(mask, 2 * LENGTH);
        System.arraycopy(masked(hmac(key, session), mask), 0, token, LENGTH, LENGTH);
        return key.id() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whether a token that somebody sent is one of this session. Never throws, whatever is sent. */
    public boolean holds(String token, String session) {
        int dot = token.indexOf('.');
        if (dot < 1 || token.length() > 256) {
            return false;
        }
        return keys.find(Purpose.CSRF, token.substring(0, dot))
                .map(key -> holds(key, token.substring(dot + 1), session))
                .orElse(false);
    }

    private static boolean holds(KeyRing.Key key, String text, String session) {
        byte[] token;
        try {
            token = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (token.length != 2 * LENGTH) {
            return false;
        }
        byte[] shown = masked(Arrays.copyOfRange(token, LENGTH, 2 * LENGTH), token);
        return MessageDigest.isEqual(shown, hmac(key, session));
    }

    private static byte[] masked(byte[] value, byte[] mask) {
        byte[] masked = new byte[LENGTH];
        for (int at = 0; at < LENGTH; at++) {
            masked[at] = (byte) (value[at] ^ mask[at]);
        }
        return masked;
    }

    private static byte[] hmac(KeyRing.Key key, String session) {
        return key.secret().use(bytes -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
                return mac.doFinal(session.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HmacSHA256", e);
            }
        });
    }
}
