package dev.hauberk.crypto.token;

import dev.hauberk.json.JsonWriter;
import dev.hauberk.policy.TokenPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form of an access token. What is read is written again and compared, so that a token is exactly what this class
 * writes: no other order, space, escape, number or member says the same.
 */
final class TokenForm {
    private static final String ALGORITHM = "HS256";
    private static final String TYPE = "at+jwt";
    private static final String HEADER_START = "{\"alg\":\"" + ALGORITHM + "\",\"typ\":\"" + TYPE + "\",\"kid\":\"";
    private static final String HEADER_END = "\"}";
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9-]+");

    private static final int MAX_ID_CHARS = 256;
    /** The last second of the year 9999, after which instants have no text of four digits. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final String issuer;
    private final String audience;

    TokenForm(TokenPolicy policy) {
        this.issuer = policy.issuer();
        this.audience = policy.audience();
    }

    /** The header of a token that a key signs. The id of a key is letters, digits and hyphens, which nothing escapes. */
    static byte[] header(String keyId) {
        return (HEADER_START + keyId + HEADER_END).getBytes(StandardCharsets.US_ASCII);
    }

    /** The id of the key that a header names; empty where it is not, byte for byte, a header of ours. */
    static Optional<String> keyId(byte[] header) {
        String text = new String(header, StandardCharsets.ISO_8859_1);
        if (!text.startsWith(HEADER_START) || !text.endsWith(HEADER_END)) {
            return Optional.empty();
        }
        return Optional.of(text.substring(HEADER_START.length(), text.length() - HEADER_END.length()))
                .filter(id -> KEY_ID.matcher(id).matches());
    }

    /** What is wrong with a header that is not ours: the first thing that is, for whoever reads the events. */
    static Check.Reason flaw(byte[] header) {
        Optional<Map<String, Object>> members = CompactJws.object(header);
        if (members.isEmpty()) {
            return Check.Reason.MALFORMED;
        }
        if (!ALGORITHM.equals(members.get().get("alg"))) {
            return Check.Reason.ALGORITHM;
        }
        if (!TYPE.equals(members.get().get("typ"))) {
            return Check.Reason.TYPE;
        }
        boolean named = members.get().get("kid") instanceof String id
                && KEY_ID.matcher(id).matches();
        // What is left is a member more (jku, jwk, x5c, crit, b64, zip), or another spelling of ours.
        return named ? Check.Reason.MALFORMED : Check.Reason.KEY;
    }

    /** The payload that says these claims. */
    byte[] payload(AccessClaims claims) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("iss", issuer);
        members.put("aud", audience);
        members.put("sub", claims.subject());
        members.put("sid", claims.session());
        members.put("jti", claims.id());
        members.put("iat", claims.issuedAt().getEpochSecond());
        members.put("exp", claims.expiresAt().getEpochSecond());
        return JsonWriter.write(members).getBytes(StandardCharsets.UTF_8);
    }

    /** The claims of a payload; empty where one is missing, of another type, out of its range, or not ours. */
    Optional<AccessClaims> claims(Map<String, Object> members) {
        if (issuer.equals(members.get("iss"))
                && audience.equals(members.get("aud"))
                && members.get("sub") instanceof String subject
                && isId(subject)
                && members.get("sid") instanceof String session
                && isId(session)
                && members.get("jti") instanceof String id
                && isId(id)
                && members.get("iat") instanceof Long issued
                && members.get("exp") instanceof Long expires
                && isSecond(issued)
                && isSecond(expires)
                && issued < expires) {
            return Optional.of(new AccessClaims(
                    subject, session, id, Instant.ofEpochSecond(issued), Instant.ofEpochSecond(expires)));
        }
        return Optional.empty();
    }

    /** Whether a text can be an id in a token: not empty, at most 256 chars, nothing that a log or a key could trip over. */
    static boolean isId(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_ID_CHARS
                && text.codePoints().noneMatch(TokenForm::isUnfit);
    }

    private static boolean isUnfit(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean isSecond(long time) {
        return time >= 0 && time <= LAST_SECOND;
    }
}
