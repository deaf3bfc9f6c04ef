package dev.hauberk.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Web Token in its three parts, each as it travels. Checks nothing: it is there to be forged.
 *
 * @param header base64url
 * @param payload base64url
 * @param signature base64url
 */
public record Jwt(String header, String payload, String signature) {
    /** The parts of a token; what is missing is empty. */
    public static Jwt parse(String token) {
        String[] parts = token.split("\\.", -1);
        return new Jwt(part(parts, 0), part(parts, 1), part(parts, 2));
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index] : "";
    }

    /** A token of two texts, signed with an HMAC of a secret. */
    public static Jwt signed(String header, String payload, String algorithm, byte[] secret) {
        String first = encode(header);
        String second = encode(payload);
        return new Jwt(first, second, hmac(first + "." + second, algorithm, secret));
    }

    /** The same claims under another header, with the signature as it was. */
    public Jwt withHeader(String json) {
        return new Jwt(encode(json), payload, signature);
    }

    /** Other claims, with the signature as it was. */
    public Jwt withPayload(String json) {
        return new Jwt(header, encode(json), signature);
    }

    public Jwt withSignature(String other) {
        return new Jwt(header, payload, other);
    }

    /** The header; empty where it is no JSON object. */
    public ObjectNode headerJson() {
        return json(header);
    }

    /** The claims; empty where they are no JSON object. */
    public ObjectNode claims() {
        return json(payload);
    }

    /** As it travels. */
    public String text() {
        return header + "." + payload + "." + signature;
    }

    public static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ObjectNode json(String part) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
            return Json.parse(text).orElse(null) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (IllegalArgumentException e) {
            return JsonNodeFactory.instance.objectNode();
        }
    }

    private static String hmac(String text, String algorithm, byte[] secret) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return encode(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
