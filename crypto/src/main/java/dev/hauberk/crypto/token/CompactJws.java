package dev.hauberk.crypto.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.hauberk.key.Secret;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A signed text in compact form (RFC 7515), taken apart strictly and not yet believed: three parts of canonical base64url.
 * Whoever has one asks {@link #isSignedBy} before believing the payload.
 *
 * @param header the bytes of the header
 * @param payload the bytes of the payload
 * @param signed what the signature is over: the first two parts and the dot between them
 * @param signature the third part
 */
record CompactJws(byte[] header, byte[] payload, String signed, Base64URL signature) {
    /** A token of ours has about 400 characters; nothing is read of one that has more than this. */
    static final int MAX_CHARS = 8 * 1024;

    private static final JWSHeader HS256 = new JWSHeader(JWSAlgorithm.HS256);

    /** Takes a token apart; empty where it is not in that form. Never throws. */
    static Optional<CompactJws> parse(String token) {
        if (token.length() > MAX_CHARS) {
            return Optional.empty();
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
            return Optional.empty();
        }
        byte @Nullable [] header = decode(token.substring(0, first));
        byte @Nullable [] payload = decode(token.substring(first + 1, second));
        String signature = token.substring(second + 1);
        if (header == null || payload == null || decode(signature) == null) {
            return Optional.empty();
        }
        return Optional.of(new CompactJws(header, payload, token.substring(0, second), new Base64URL(signature)));
    }

    /** Signs a payload with HS256. */
    static String sign(byte[] header, byte[] payload, Secret secret) {
        String signed = Base64URL.encode(header) + "." + Base64URL.encode(payload);
        return secret.use(key -> {
            try {
                return signed + "." + new MACSigner(key).sign(HS256, signed.getBytes(StandardCharsets.US_ASCII));
            } catch (JOSEException e) {
                throw new IllegalStateException("a key of HS256 has 32 bytes or more", e);
            }
        });
    }

    /** Whether it is signed with HS256 by this key, whatever its header says; compared in constant time. */
    boolean isSignedBy(Secret secret) {
        return secret.use(key -> {
            try {
                return new MACVerifier(key).verify(HS256, signed.getBytes(StandardCharsets.US_ASCII), signature);
            } catch (JOSEException e) {
                // A key that is too short signs nothing.
                return false;
            }
        });
    }

    /** One JSON object by RFC 8259 without duplicate members; empty for anything else. */
    static Optional<Map<String, Object>> object(byte[] json) {
        if (json.length == 0 || json[0] != '{') {
            // The parser would take a list of pairs for an object.
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(new String(json, StandardCharsets.UTF_8)));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    /**
     * Base64url without padding, and only as an encoder would write it: else many texts would be one token, and a list of ended
     * ones could be walked around.
     */
    private static byte @Nullable [] decode(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
