package dev.hauberk.crypto.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.Vectors;
import dev.hauberk.key.Secret;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Wycheproof's signatures and keys, through the seam below our own stricter form. A key of theirs becomes one of ours only where
 * ours could be that: symmetric, for HS256, for signing; a set of keys only where every one does, each under an id of its own.
 */
@Tag("AUTHN-6")
class WycheproofTest {
    /** A stray character in the payload's base64, which is signed and which lenient decoders leave out. */
    private static final Set<Long> STRICTER = Set.of(372L, 373L);

    /** Marked invalid for a padding that is not in the file: byte for byte the valid tc357 (C2SP/wycheproof issue 236). */
    private static final Set<Long> MISLABELLED = Set.of(367L, 370L);

    private final AccessTokens tokens = TokenFixture.tokens(FakeKeyRing.of("k1"));

    @Test
    void agreesWithTheSignatures() {
        int agreed = 0;
        for (Map<String, Object> group : Vectors.groups("json_web_signature_test.json")) {
            Map<String, Object> jwk = object(group, "private");
            boolean ours = secret(jwk).isPresent();
            for (Map<String, Object> test : objects(group, "tests")) {
                boolean valid = ours && isValid(test);
                assertThat(isSigned(text(test, "jws"), List.of(jwk)))
                        .as("tc%s %s", test.get("tcId"), test.get("comment"))
                        .isEqualTo(valid);
                agreed += ours ? 1 : 0;
            }
        }
        assertThat(agreed).as("cases of HS256").isGreaterThan(20);
    }

    @Test
    void agreesWithTheKeysForHs256() {
        int valid = 0;
        for (Map<String, Object> group : Vectors.groups("json_web_key_test.json")) {
            List<Map<String, Object>> keys = objects(object(group, "private"), "keys");
            boolean hs256 = keys.stream().allMatch(key -> "HS256".equals(key.get("alg")));
            for (Map<String, Object> test : objects(group, "tests")) {
                boolean expected = hs256 && test.get("result").equals("valid");
                assertThat(isSigned(text(test, "jws"), keys))
                        .as("tc%s %s", test.get("tcId"), test.get("comment"))
                        .isEqualTo(expected);
                valid += expected ? 1 : 0;
            }
        }
        assertThat(valid).as("valid cases of HS256").isGreaterThanOrEqualTo(2);
    }

    @Test
    void takesNoneOfThemForAnAccessToken() {
        for (String file : List.of("json_web_signature_test.json", "json_web_key_test.json")) {
            for (Map<String, Object> group : Vectors.groups(file)) {
                for (Map<String, Object> test : objects(group, "tests")) {
                    assertThat(tokens.verify(text(test, "jws"))).isInstanceOf(Check.Invalid.class);
                }
            }
        }
    }

    private static boolean isValid(Map<String, Object> test) {
        Long id = (Long) test.get("tcId");
        return MISLABELLED.contains(id) || test.get("result").equals("valid") && !STRICTER.contains(id);
    }

    private static boolean isSigned(String jws, List<Map<String, Object>> keys) {
        boolean usable = keys.stream().allMatch(key -> secret(key).isPresent())
                && keys.stream().map(key -> key.get("kid")).distinct().count() == keys.size();
        return usable
                && CompactJws.parse(jws)
                        .filter(parsed -> isSigned(
                                parsed, CompactJws.object(parsed.header()).orElse(Map.of()), keys))
                        .isPresent();
    }

    private static boolean isSigned(CompactJws jws, Map<String, Object> header, List<Map<String, Object>> keys) {
        return "HS256".equals(header.get("alg"))
                && keys.stream()
                        .filter(key -> key.get("kid").equals(header.get("kid")))
                        .flatMap(key -> secret(key).stream())
                        .anyMatch(jws::isSignedBy);
    }

    private static Optional<Secret> secret(Map<String, Object> jwk) {
        boolean forSigning = jwk.get("use") == null || "sig".equals(jwk.get("use"));
        boolean forVerifying = !(jwk.get("key_ops") instanceof List<?> operations) || operations.contains("verify");
        return "oct".equals(jwk.get("kty")) && "HS256".equals(jwk.get("alg")) && forSigning && forVerifying
                ? Optional.of(Secret.of(Base64.getUrlDecoder().decode(text(jwk, "k"))))
                : Optional.empty();
    }

    private static String text(Map<String, Object> object, String name) {
        return String.valueOf(object.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.get(name);
    }
}
