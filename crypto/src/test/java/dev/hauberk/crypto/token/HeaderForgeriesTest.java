package dev.hauberk.crypto.token;

import static dev.hauberk.crypto.token.Check.Reason.ALGORITHM;
import static dev.hauberk.crypto.token.Check.Reason.KEY;
import static dev.hauberk.crypto.token.Check.Reason.MALFORMED;
import static dev.hauberk.crypto.token.Check.Reason.SIGNATURE;
import static dev.hauberk.crypto.token.Forge.HEADER;
import static dev.hauberk.crypto.token.Forge.PAYLOAD;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.Purpose;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens whose header is forged: another algorithm, another key, a member more, a member twice. */
class HeaderForgeriesTest extends JwtForgeries {
    static Stream<Arguments> forgeries() {
        return Stream.of(algorithms(), keys(), members(), duplicates()).flatMap(all -> all);
    }

    private static Stream<Arguments> algorithms() {
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

    private static Stream<Arguments> keys() {
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
                                "your-256-bit-secret".getBytes(StandardCharsets.US_ASCII)),
                        SIGNATURE),
                forged("no kid", Forge.header(",\"kid\":\"k1\"", ""), KEY),
                forged("an empty kid", Forge.header("\"k1\"", "\"\""), KEY),
                forged("a kid of null", Forge.header("\"k1\"", "null"), KEY),
                forged("a kid of a list", Forge.header("\"k1\"", "[\"k1\"]"), KEY),
                forged("a kid in other case", Forge.header("\"k1\"", "\"K1\""), KEY),
                forged("a kid with a NUL", Forge.header("\"k1\"", "\"k1\\u0000\""), KEY));
    }

    private static Stream<Arguments> members() {
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

    private static Stream<Arguments> duplicates() {
        return Stream.of(
                forged("alg twice, the same", Forge.header("{", "{\"alg\":\"HS256\","), MALFORMED),
                forged("alg twice, none first", Forge.header("{", "{\"alg\":\"none\","), MALFORMED),
                forged("alg twice, none last", Forge.header("}", ",\"alg\":\"none\"}"), MALFORMED),
                forged("kid twice", Forge.header("}", ",\"kid\":\"k0\"}"), MALFORMED),
                forged("kid twice, escaped", Forge.header("}", ",\"\\u006bid\":\"k1\"}"), MALFORMED));
    }

    private static String hmac(String alg, String hmac) {
        return Forge.token(HEADER.replace("HS256", alg), PAYLOAD, hmac, Forge.KEY);
    }

    private static String key(Purpose purpose, String id) {
        return Forge.token(HEADER, PAYLOAD, "HmacSHA256", FakeKeyRing.bytes(purpose, id));
    }
}
