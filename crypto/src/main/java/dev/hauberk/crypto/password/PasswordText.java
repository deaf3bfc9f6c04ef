package dev.hauberk.crypto.password;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A password as it is compared and counted: in NFC, so that the same password typed on another keyboard is the same.
 *
 * <p>What is too long is found out before it is normalised, since normalising ten megabytes is work that an attacker would
 * like to give away.
 */
final class PasswordText {
    /** A character of NFC has at least half as many bytes of UTF-8 as any text that normalises to it has chars. */
    private static final int CHARS_PER_BYTE = 2;

    private PasswordText() {}

    /**
     * The password in NFC.
     *
     * @return empty where it can only be longer than {@code maxBytes}; it may still be longer where it is present
     */
    static Optional<CharSequence> normalised(CharSequence password, int maxBytes) {
        if (password.length() > (long) maxBytes * CHARS_PER_BYTE) {
            return Optional.empty();
        }
        // What is normal already, which most passwords are, is not copied into a String that nobody can wipe.
        return Optional.of(
                Normalizer.isNormalized(password, Normalizer.Form.NFC)
                        ? password
                        : Normalizer.normalize(password, Normalizer.Form.NFC));
    }

    /**
     * The bytes of a password: NFC, then UTF-8. Whoever asked for them wipes them.
     *
     * @return empty where there are more than {@code maxBytes}
     */
    static Optional<byte[]> bytes(CharSequence password, int maxBytes) {
        return normalised(password, maxBytes).flatMap(text -> encode(text, maxBytes));
    }

    /**
     * UTF-8, and its continuation to unpaired surrogates. The JDK's encoder would write a question mark for each of those, and
     * a character that does not count is what a password may not have.
     */
    private static Optional<byte[]> encode(CharSequence text, int maxBytes) {
        byte[] buffer = new byte[maxBytes];
        int length = 0;
        try {
            for (int i = 0; i < text.length(); ) {
                int point = Character.codePointAt(text, i);
                if (length + width(point) > maxBytes) {
                    return Optional.empty();
                }
                length = put(buffer, length, point);
                i += Character.charCount(point);
            }
            return Optional.of(Arrays.copyOf(buffer, length));
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private static int width(int point) {
        if (point < 0x80) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point < 0x10000 ? 3 : 4;
    }

    private static int put(byte[] buffer, int start, int point) {
        int width = width(point);
        if (width == 1) {
            buffer[start] = (byte) point;
            return start + 1;
        }
        int rest = point;
        for (int at = start + width - 1; at > start; at--) {
            buffer[at] = (byte) (0x80 | rest & 0x3F);
            rest >>>= 6;
        }
        // The first byte has as many leading ones as the character has bytes.
        buffer[start] = (byte) (0xF00 >>> width | rest);
        return start + width;
    }
}
