package dev.hauberk.crypto.token;

import static dev.hauberk.crypto.token.Check.Reason.ALGORITHM;
import static dev.hauberk.crypto.token.Check.Reason.CLAIMS;
import static dev.hauberk.crypto.token.Check.Reason.EXPIRED;
import static dev.hauberk.crypto.token.Check.Reason.KEY;
import static dev.hauberk.crypto.token.Check.Reason.MALFORMED;
import static dev.hauberk.crypto.token.Check.Reason.SIGNATURE;
import static dev.hauberk.crypto.token.Check.Reason.TYPE;
import static dev.hauberk.crypto.token.Forge.EXP;
import static dev.hauberk.crypto.token.Forge.HEADER;
import static dev.hauberk.crypto.token.Forge.IAT;
import static dev.hauberk.crypto.token.Forge.PAYLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.Purpose;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every forgery that the table of attacks names, each signed with the right key unless the signature is what is forged. */
@Tag("AUTHN-6")
class JwtForgeriesTest {
    private static final String VALID = Forge.token(HEADER, PAYLOAD);
    private static final String SIGNED = VALID.substring(0, VALID.lastIndexOf('.'));
    private static final String SIGNATURE_PART = VALID.substring(VALID.lastIndexOf('.') + 1);

    private final AccessTokens tokens = TokenFixture.tokens(FakeKeyRing.of("k1", "k0"));

    @Test
    void takesTheTokenThatNothingIsForgedIn() {
        assertThat(tokens.verify(VALID)).isInstanceOf(Check.Valid.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "algorithms",
        "keys",
        "members",
        "signatures",
        "encodings",
        "duplicates",
        "times",
        "audiences",
        "claims",
        "forms"
    })
    void refuses(String what, String forgery, Check.Reason reason) {
        assertThat(tokens.verify(forgery)).isEqualTo(new Check.Invalid(reason));
    }

    static Stream<Arguments> algorithms() {
        List<String> none =
                List.of("none", "None", "NONE", "nOnE", "hs256", "HS256 ", "RS256", "ES256", "EdDSA", "", "HS257");
        return Stream.of(
                        none.stream()
                                .flatMap(alg -> Stream.of(
                                        forged("alg " + alg, Forge.header("HS256", alg), ALGORITHM),
                                        forged(
                                                "alg " + alg + ", unsigned",
                                                Forge.base64(HEADER.replace("HS256", alg)) + "." + Forge.base64(PAYLOAD)
                                                        + ".",
                                                ALGORITHM))),
                        Stream.of("null", "[]", "{}", "256", "true", "[\"HS256\"]")
                                .map(alg -> forged("alg " + alg, Forge.header("\"HS256\"", alg), ALGORITHM)),
                        Stream.of(
                                forged("no alg", Forge.header("\"alg\":\"HS256\",", ""), ALGORITHM),
                                forged("ALG for alg", Forge.header("\"alg\"", "\"ALG\""), ALGORITHM),
                                forged("HS384", hmac("HS384", "HmacSHA384"), ALGORITHM),
                                forged("HS512", hmac("HS512", "HmacSHA512"), ALGORITHM),
                                forged(
                                        "HS512 that says HS256",
                                        Forge.token(HEADER, PAYLOAD, "HmacSHA512", Forge.KEY),
                                        SIGNATURE)))
                .flatMap(all -> all);
    }

    static Stream<Arguments> keys() {
        return Stream.of(
                forged("a path", Forge.header("\"k1\"", "\"../../dev/null\""), KEY),
                forged("SQL", Forge.header("\"k1\"", "\"' UNION SELECT 'secret\""), KEY),
                forged("a command", Forge.header("\"k1\"", "\"|whoami\""), KEY),
                forged("64 KB", Forge.header("\"k1\"", "\"" + "k".repeat(64 * 1024) + "\""), MALFORMED),
                forged("4 KB", Forge.header("\"k1\"", "\"" + "k".repeat(4 * 1024) + "\""), KEY),
                forged("another purpose", key(Purpose.CSRF, "k1"), SIGNATURE),
                forged("another key", key(Purpose.ACCESS_TOKENS, "k0"), SIGNATURE),
                forged(
                        "a retired key",
                        Forge.token(
                                HEADER.replace("k1", "old"),
                                PAYLOAD,
                                "HmacSHA256",
                                FakeKeyRing.bytes(Purpose.ACCESS_TOKENS, "old")),
                        KEY),
                forged("an empty key", Forge.token(HEADER, PAYLOAD, "HmacSHA256", new byte[1]), SIGNATURE),
                forged(
                        "a well-known key",
                        Forge.token(
                                HEADER,
                                PAYLOAD,
                                "HmacSHA256",
                                "your-256-bit-secret".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                        SIGNATURE),
                forged("no kid", Forge.header(",\"kid\":\"k1\"", ""), KEY),
                forged("an empty kid", Forge.header("\"k1\"", "\"\""), KEY),
                forged("a kid of null", Forge.header("\"k1\"", "null"), KEY),
                forged("a kid of a list", Forge.header("\"k1\"", "[\"k1\"]"), KEY),
                forged("a kid in other case", Forge.header("\"k1\"", "\"K1\""), KEY),
                forged("a kid with a NUL", Forge.header("\"k1\"", "\"k1\\u0000\""), KEY));
    }

    static Stream<Arguments> members() {
        return Stream.of(
                        "\"jku\":\"https://evil.example/keys\"",
                        "\"x5u\":\"https://evil.example/cert\"",
                        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
                        "\"x5c\":[\"AAAA\"]",
                        "\"x5t\":\"AAAA\"",
                        "\"crit\":[\"exp\"]",
                        "\"crit\":[]",
                        "\"crit\":[\"b64\"],\"b64\":false",
                        "\"b64\":false",
                        "\"b64\":true",
                        "\"zip\":\"DEF\"",
                        "\"cty\":\"JWT\"",
                        "\"enc\":\"A256GCM\"",
                        "\"nonce\":\"1\"",
                        "\"\":\"\"")
                .map(member -> forged(member, Forge.header("}", "," + member + "}"), MALFORMED));
    }

    static Stream<Arguments> signatures() {
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

    static Stream<Arguments> encodings() {
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

    static Stream<Arguments> duplicates() {
        return Stream.of(
                forged("alg twice, the same", Forge.header("{", "{\"alg\":\"HS256\","), MALFORMED),
                forged("alg twice, none first", Forge.header("{", "{\"alg\":\"none\","), MALFORMED),
                forged("alg twice, none last", Forge.header("}", ",\"alg\":\"none\"}"), MALFORMED),
                forged("kid twice", Forge.header("}", ",\"kid\":\"k0\"}"), MALFORMED),
                forged("kid twice, escaped", Forge.header("}", ",\"\\u006bid\":\"k1\"}"), MALFORMED),
                forged("sub twice", Forge.payload("}", ",\"sub\":\"u2\"}"), CLAIMS),
                forged("sub twice, the same", Forge.payload("}", ",\"sub\":\"u1\"}"), CLAIMS),
                forged("sub twice, escaped", Forge.payload("}", ",\"\\u0073ub\":\"u2\"}"), CLAIMS),
                forged("exp twice", Forge.payload("{", "{\"exp\":" + (EXP + 1) + ","), CLAIMS));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                        Stream.of(
                                        "\"" + EXP + "\"",
                                        EXP + ".0",
                                        EXP + ".5",
                                        "1.7640e9",
                                        "-1",
                                        "-" + EXP,
                                        "-0",
                                        "0",
                                        "1e400",
                                        "9223372036854775807",
                                        "9223372036854775808",
                                        "18446744073709551616",
                                        "253402300800",
                                        "0" + EXP,
                                        "+" + EXP,
                                        "0x7fffffff",
                                        "NaN",
                                        "Infinity",
                                        "null",
                                        "true",
                                        "[]",
                                        "[" + EXP + "]",
                                        "{}")
                                .map(exp -> forged("exp " + exp, Forge.payload(":" + EXP, ":" + exp), CLAIMS)),
                        Stream.of("\"" + IAT + "\"", IAT + ".0", "-1", "1e400", "9223372036854775808", "null", "[]")
                                .map(iat -> forged("iat " + iat, Forge.payload(":" + IAT, ":" + iat), CLAIMS)),
                        Stream.of(
                                forged("no exp", Forge.payload(",\"exp\":" + EXP, ""), CLAIMS),
                                forged("no iat", Forge.payload(",\"iat\":" + IAT, ""), CLAIMS),
                                forged("exp before iat", Forge.payload(":" + EXP, ":" + (IAT - 1)), CLAIMS),
                                forged("exp at iat", Forge.payload(":" + EXP, ":" + IAT), CLAIMS),
                                forged("iat in the future", Forge.payload(":" + IAT, ":" + (IAT + 31)), CLAIMS),
                                forged(
                                        "nbf in the future",
                                        Forge.payload("}", ",\"nbf\":" + (IAT + 600) + "}"),
                                        CLAIMS),
                                forged("nbf in the past", Forge.payload("}", ",\"nbf\":" + (IAT - 600) + "}"), CLAIMS),
                                forged(
                                        "expired",
                                        Forge.token(
                                                HEADER,
                                                PAYLOAD.replace(":" + IAT, ":" + (IAT - 900))
                                                        .replace(":" + EXP, ":" + (IAT - 30))),
                                        EXPIRED)))
                .flatMap(all -> all);
    }

    static Stream<Arguments> audiences() {
        return Stream.of(
                        "\"mail\"",
                        "\"\"",
                        "\"WORKBENCH\"",
                        "\"workbench \"",
                        "[\"workbench\"]",
                        "[\"workbench\",\"mail\"]",
                        "[]",
                        "null",
                        "1",
                        "{\"workbench\":1}")
                .map(aud -> forged("aud " + aud, Forge.payload("\"workbench\"", aud), CLAIMS));
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                forged("no aud", Forge.payload("\"aud\":\"workbench\",", ""), CLAIMS),
                forged("another iss", Forge.payload("\"hauberk\"", "\"evil\""), CLAIMS),
                forged("a list of iss", Forge.payload("\"hauberk\"", "[\"hauberk\"]"), CLAIMS),
                forged("no iss", Forge.payload("\"iss\":\"hauberk\",", ""), CLAIMS),
                forged("no sub", Forge.payload("\"sub\":\"u1\",", ""), CLAIMS),
                forged("no sid", Forge.payload("\"sid\":\"s1\",", ""), CLAIMS),
                forged("no jti", Forge.payload("\"jti\":\"j1\",", ""), CLAIMS),
                forged("an empty sub", Forge.payload("\"u1\"", "\"\""), CLAIMS),
                forged("a sub of a number", Forge.payload("\"u1\"", "1"), CLAIMS),
                forged("a sub of null", Forge.payload("\"u1\"", "null"), CLAIMS),
                forged("a sub of an object", Forge.payload("\"u1\"", "{\"id\":\"u1\"}"), CLAIMS),
                forged("a sub with a NUL", Forge.payload("\"u1\"", "\"u1\\u0000\""), CLAIMS),
                forged("a sub with a line break", Forge.payload("\"u1\"", "\"u1\\nroot\""), CLAIMS),
                forged("a sub with a line separator", Forge.payload("\"u1\"", "\"u1\\u2028\""), CLAIMS),
                forged("a sub with an invisible space", Forge.payload("\"u1\"", "\"u1\\u200b\""), CLAIMS),
                forged("a sub with half a character", Forge.payload("\"u1\"", "\"u1\\ud800\""), CLAIMS),
                forged("a sub of 257 characters", Forge.payload("\"u1\"", "\"" + "u".repeat(257) + "\""), CLAIMS),
                forged("a sub spelt otherwise", Forge.payload("\"u1\"", "\"\\u00751\""), CLAIMS),
                forged("a claim more", Forge.payload("}", ",\"role\":\"super_admin\"}"), CLAIMS),
                forged(
                        "another order",
                        Forge.payload("\"sub\":\"u1\",\"sid\":\"s1\"", "\"sid\":\"s1\",\"sub\":\"u1\""),
                        CLAIMS),
                forged("a space", Forge.payload("{", "{ "), CLAIMS),
                forged("a byte order mark", Forge.payload("{", "\ufeff{"), CLAIMS),
                forged("more after the object", Forge.payload("}", "}{}"), CLAIMS),
                forged("a comment", Forge.payload("{", "{/**/"), CLAIMS),
                forged("a list", Forge.token(HEADER, "[" + PAYLOAD + "]"), CLAIMS),
                forged("null", Forge.token(HEADER, "null"), CLAIMS),
                forged("nothing", Forge.token(HEADER, ""), CLAIMS),
                forged("text", Forge.token(HEADER, "foo"), CLAIMS));
    }

    static Stream<Arguments> forms() {
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

    private static Arguments forged(String what, String token, Check.Reason reason) {
        return Arguments.of(what, token, reason);
    }

    private static String hmac(String alg, String hmac) {
        return Forge.token(HEADER.replace("HS256", alg), PAYLOAD, hmac, Forge.KEY);
    }

    private static String key(Purpose purpose, String id) {
        return Forge.token(HEADER, PAYLOAD, "HmacSHA256", FakeKeyRing.bytes(purpose, id));
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

    @Test
    void saysTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(tokens.verify(VALID)).isInstanceOf(Check.Valid.class);
            assertThat(tokens.verify(Forge.header("HS256", "hs256"))).isEqualTo(new Check.Invalid(ALGORITHM));
        } finally {
            Locale.setDefault(before);
        }
    }
}
