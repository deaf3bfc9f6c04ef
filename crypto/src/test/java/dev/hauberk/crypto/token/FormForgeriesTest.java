package dev.hauberk.crypto.token;

import static dev.hauberk.crypto.token.Check.Reason.CLAIMS;
import static dev.hauberk.crypto.token.Check.Reason.MALFORMED;
import static dev.hauberk.crypto.token.Check.Reason.SIGNATURE;
import static dev.hauberk.crypto.token.Check.Reason.TYPE;
import static dev.hauberk.crypto.token.Forge.HEADER;
import static dev.hauberk.crypto.token.Forge.PAYLOAD;

import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens whose form is forged: their signature, their base64, their parts, their size and depth. */
class FormForgeriesTest extends JwtForgeries {
    private static final String SIGNED = VALID.substring(0, VALID.lastIndexOf('.'));
    private static final String SIGNATURE_PART = VALID.substring(VALID.lastIndexOf('.') + 1);

    static Stream<Arguments> forgeries() {
        return Stream.of(signatures(), encodings(), forms()).flatMap(all -> all);
    }

    private static Stream<Arguments> signatures() {
        return Stream.of(
                forged("empty", SIGNED + ".", SIGNATURE),
                forged("truncated by a byte", SIGNED + "." + signature(31), SIGNATURE),
                forged("of half its bytes", SIGNED + "." + signature(16), SIGNATURE),
                forged("of one byte", SIGNED + "." + signature(1), SIGNATURE),
                forged("extended by a byte", SIGNED + "." + signature(33), SIGNATURE),
                forged("doubled", SIGNED + "." + SIGNATURE_PART + SIGNATURE_PART, MALFORMED),
                forged("of zeros", SIGNED + "." + Forge.base64(new byte[32]), SIGNATURE),
                forged("not canonical", SIGNED + "." + nonCanonical(), MALFORMED),
                forged(
                        "of another payload",
                        Forge.base64(HEADER) + "." + Forge.base64(PAYLOAD.replace("u1", "u2")) + "." + SIGNATURE_PART,
                        SIGNATURE),
                forged("left out with its dot", SIGNED, MALFORMED));
    }

    private static Stream<Arguments> encodings() {
        String[] parts = VALID.split("\\.");
        String plusAndSlash =
                Base64.getEncoder().withoutPadding().encodeToString(new byte[] {-5, -17, -66, -1, -1, -1});
        return Stream.of(
                        Stream.of("=", "==", " ", "\n", "\r\n", "\t", "\0", "%3D", "+", "/", "é", "\u200b")
                                .flatMap(stray -> Stream.of(
                                        forged(
                                                "'" + stray + "' in the header",
                                                Forge.raw(parts[0] + stray, parts[1]),
                                                MALFORMED),
                                        forged(
                                                "'" + stray + "' before the header",
                                                Forge.raw(stray + parts[0], parts[1]),
                                                MALFORMED),
                                        forged(
                                                "'" + stray + "' in the payload",
                                                Forge.raw(parts[0], parts[1] + stray),
                                                MALFORMED),
                                        forged("'" + stray + "' in the signature", VALID + stray, MALFORMED))),
                        Stream.of(
                                forged("+ and / in the payload", Forge.raw(parts[0], plusAndSlash), MALFORMED),
                                forged("no base64 at all", HEADER + "." + PAYLOAD + "." + SIGNATURE_PART, MALFORMED),
                                forged("one character in the payload", Forge.raw(parts[0], "A"), MALFORMED)))
                .flatMap(all -> all);
    }

    private static Stream<Arguments> forms() {
        String deepList = "[".repeat(2500) + "]".repeat(2500);
        String deepObject = "{\"a\":".repeat(900) + "1" + "}".repeat(900);
        return Stream.of(
                        Stream.of("JWT", "at+JWT", "application/at+jwt", "rt+jwt", "dpop+jwt", "id_token", "")
                                .map(typ -> forged("typ " + typ, Forge.header("at+jwt", typ), TYPE)),
                        Stream.of(
                                forged("no typ", Forge.header("\"typ\":\"at+jwt\",", ""), TYPE),
                                forged("a typ of a list", Forge.header("\"at+jwt\"", "[\"at+jwt\"]"), TYPE),
                                forged(
                                        "a header in another order",
                                        Forge.token("{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"kid\":\"k1\"}", PAYLOAD),
                                        MALFORMED),
                                forged("a header with a space", Forge.header("{", "{ "), MALFORMED),
                                forged("a header of null", Forge.token("null", PAYLOAD), MALFORMED),
                                forged("a header of a list", Forge.token("[]", PAYLOAD), MALFORMED),
                                forged(
                                        "a header of a list of pairs",
                                        Forge.token(
                                                "[[\"alg\",\"HS256\"],[\"typ\",\"at+jwt\"],[\"kid\",\"k1\"]]", PAYLOAD),
                                        MALFORMED),
                                forged("an empty header", Forge.raw("", Forge.base64(PAYLOAD)), MALFORMED),
                                forged("nested in a JWS", Forge.token(HEADER, VALID), CLAIMS),
                                forged(
                                        "nested, with cty",
                                        Forge.token(HEADER.replace("}", ",\"cty\":\"JWT\"}"), VALID),
                                        MALFORMED),
                                forged(
                                        "a JWE",
                                        Forge.base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..AAAA.AAAA.AAAA",
                                        MALFORMED),
                                forged(
                                        "JSON serialization",
                                        "{\"protected\":\"" + Forge.base64(HEADER) + "\"}",
                                        MALFORMED),
                                forged("two tokens, a space between", VALID + " " + VALID, MALFORMED),
                                forged("two tokens, a comma between", VALID + "," + VALID, MALFORMED),
                                forged("with its scheme", "Bearer " + VALID, MALFORMED),
                                forged("five parts", VALID + ".AAAA.AAAA", MALFORMED),
                                forged("an empty part more", VALID + ".", MALFORMED),
                                forged("nothing", "", MALFORMED),
                                forged("two dots", "..", MALFORMED),
                                forged("8 KB and one", "a".repeat(8193), MALFORMED),
                                forged("8 KB of dots", ".".repeat(8192), MALFORMED),
                                forged("8 MB", "a".repeat(8 * 1024 * 1024), MALFORMED),
                                forged(
                                        "8 MB of payload",
                                        Forge.payload("\"u1\"", "\"" + "u".repeat(8 * 1024 * 1024) + "\""),
                                        MALFORMED),
                                forged("lists as deep as go in", Forge.token(HEADER, deepList), CLAIMS),
                                forged(
                                        "a claim as deep as goes in",
                                        Forge.payload("}", ",\"x\":" + deepList + "}"),
                                        CLAIMS),
                                forged("objects as deep as go in", Forge.token(HEADER, deepObject), CLAIMS),
                                forged("a header as deep as goes in", Forge.token(deepList, "{}"), MALFORMED),
                                forged(
                                        "a header's member as deep as goes in",
                                        Forge.token(HEADER.replace("}", ",\"x\":" + deepList + "}"), "{}"),
                                        MALFORMED),
                                forged(
                                        "10,000 deep",
                                        Forge.token(HEADER, "[".repeat(10_000) + "]".repeat(10_000)),
                                        MALFORMED)))
                .flatMap(all -> all);
    }

    private static String signature(int length) {
        return Forge.base64(Arrays.copyOf(Base64.getUrlDecoder().decode(SIGNATURE_PART), length));
    }

    /** The same 32 bytes with one of the two bits set that no byte has room for. */
    private static String nonCanonical() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(SIGNATURE_PART.charAt(42));
        return SIGNATURE_PART.substring(0, 42) + alphabet.charAt(last + 1);
    }
}
