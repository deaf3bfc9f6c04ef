package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;

import dev.hauberk.crypto.FakeKeyRing;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that do not open at {@link Places#HERE}, by why, each as long as an envelope of 64 characters. */
final class Causes {
    private static final String VALUE = "a".repeat(64);

    private Causes() {}

    static Map<String, String> of(FieldCipher cipher) {
        String good = cipher.encrypt(VALUE, HERE);
        int last = Base64.getUrlDecoder().decode(good).length - 1;
        Map<String, String> causes = new LinkedHashMap<>();
        causes.put("tag", flipped(good, last));
        causes.put("text", flipped(good, last - 40));
        causes.put("vector", flipped(good, 45));
        causes.put("commitment", flipped(good, 20));
        causes.put("commitment, last byte", flipped(good, 40));
        causes.put("unknown key", FieldCipher.of(FakeKeyRing.of("k9")).encrypt(VALUE, HERE));
        causes.put(
                "older key, commitment",
                flipped(FieldCipher.of(FakeKeyRing.of("k1")).encrypt(VALUE, HERE), 20));
        causes.put(
                "older key, tag", flipped(FieldCipher.of(FakeKeyRing.of("k1")).encrypt(VALUE, HERE), last));
        causes.put("another row", cipher.encrypt(VALUE, Places.place("acme", "users", "email", "8")));
        causes.put("another column", cipher.encrypt(VALUE, Places.place("acme", "users", "phone", "7")));
        causes.put("another tenant", cipher.encrypt(VALUE, Places.place("acmf", "users", "email", "7")));
        causes.put("another kind", cipher.encrypt(new byte[64], FieldCodec.bytes(), HERE));
        causes.put("another version", "hbk-v02-" + good.substring(8));
        causes.put("no envelope", "x".repeat(good.length()));
        causes.put("no base64", "!".repeat(good.length()));
        causes.put("padded", good + "=");
        return causes;
    }

    private static String flipped(String text, int at) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        bytes[at] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
