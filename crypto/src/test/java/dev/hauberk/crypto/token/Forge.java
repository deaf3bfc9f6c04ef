package dev.hauberk.crypto.token;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand, with the JDK alone, so that nothing of what is tested makes the tests. */
final class Forge {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final long IAT = NOW.getEpochSecond();
    static final long EXP = IAT + 900;
    static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}";
    static final String PAYLOAD =
            "{\"iss\":\"hauberk\",\"aud\":\"workbench\",\"sub\":\"u1\",\"sid\":\"s1\",\"jti\":\"j1\",\"iat\":" + IAT
                    + ",\"exp\":" + EXP + "}";
    static final byte[] KEY = FakeKeyRing.bytes(Purpose.ACCESS_TOKENS, "k1");

    private Forge() {}

    /** A token that is signed as it should be, whatever it says. */
    static String token(String header, String payload) {
        return token(header, payload, "HmacSHA256", KEY);
    }

    static String token(String header, String payload, String hmac, byte[] key) {
        String signed = base64(header) + "." + base64(payload);
        return signed + "." + base64(hmac(hmac, key, signed));
    }

    /** A token of parts that are base64url already, signed as it should be. */
    static String raw(String header, String payload) {
        String signed = header + "." + payload;
        return signed + "." + base64(hmac("HmacSHA256", KEY, signed));
    }

    /** The header with something else in it. */
    static String header(String what, String instead) {
        return token(replace(HEADER, what, instead), PAYLOAD);
    }

    /** The payload with something else in it. */
    static String payload(String what, String instead) {
        return token(HEADER, replace(PAYLOAD, what, instead));
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hmac(String algorithm, byte[] key, String signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String replace(String text, String what, String instead) {
        if (!text.contains(what)) {
            throw new IllegalArgumentException("nothing to replace: " + what);
        }
        return text.replace(what, instead);
    }
}
