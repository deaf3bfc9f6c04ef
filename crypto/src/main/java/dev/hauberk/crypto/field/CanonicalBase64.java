package dev.hauberk.crypto.field;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Base64url (RFC 4648, section 5) in its one canonical form: no padding, no stray bits, nothing else in between. */
final class CanonicalBase64 {
    private static final byte[] VALUES = values();

    private CanonicalBase64() {}

    /** The text of bytes. */
    static String encode(byte[] bytes) {
        byte[] text = new byte[(int) ((bytes.length * 4L + 2) / 3)];
        Base64.getUrlEncoder().withoutPadding().encode(bytes, text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a text, or empty where {@link #encode} does not write it. */
    static Optional<byte[]> decode(String text) {
        int length = text.length();
        if (length == 0 || !isCanonicalEnd(text.charAt(length - 1), length % 4)) {
            return Optional.empty();
        }
        try {
            // A character beyond Latin-1 becomes a question mark, which is refused as well.
            return Optional.of(Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The last character is none of padding, and the bits that it has too many are zeros. */
    private static boolean isCanonicalEnd(char last, int rest) {
        int value = last < VALUES.length ? VALUES[last] : -1;
        return switch (rest) {
            case 0 -> value >= 0;
            case 2 -> value >= 0 && (value & 0xf) == 0;
            case 3 -> value >= 0 && (value & 3) == 0;
            default -> false;
        };
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        java.util.Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        return values;
    }
}
