package dev.hauberk.key;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds keys that somebody thought up instead of drawing them. A key of 32 random bytes is refused by mistake less than once in
 * ten million times.
 */
final class WeakKey {
    private static final int LEAST_BYTES = 32;
    private static final int LEAST_DISTINCT_BYTES = 16;

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");

    /** Words that documentation, examples and the lists of attack tools use. */
    private static final List<String> PHRASES = List.of(
            "changeme",
            "change-me",
            "change_me",
            "secret",
            "password",
            "passw0rd",
            "default",
            "example",
            "hauberk",
            "qwerty",
            "letmein",
            "supersecure",
            "123456",
            "abcdef",
            "256-bit",
            "256bit",
            "jwt-key",
            "jwt_key",
            "signingkey",
            "signing-key",
            "privatekey",
            "yourkey",
            "your-key",
            "your_key",
            "placeholder",
            "replace",
            "insecure",
            "testkey",
            "deadbeef",
            "cafebabe");

    private WeakKey() {}

    /**
     * What is wrong with a key.
     *
     * @param text as it was given
     * @param bytes what it stands for, where it is base64url
     * @return what is wrong, without the key; empty where nothing is
     */
    static Optional<String> weaknessOf(String text, Optional<byte[]> bytes) {
        if (holdsPhrase(text)) {
            return Optional.of("a phrase that is known");
        }
        return bytes.flatMap(WeakKey::weaknessOf).or(() -> asHex(text).flatMap(WeakKey::weaknessOf));
    }

    /** What the text stands for in hexadecimal, which reads as base64url too, and then as more bytes than were drawn. */
    private static Optional<byte[]> asHex(String text) {
        return HEX.matcher(text).matches() ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
    }

    private static Optional<String> weaknessOf(byte[] bytes) {
        if (bytes.length < LEAST_BYTES) {
            return Optional.of("a key of " + bytes.length + " bytes");
        }
        if (unsigned(bytes).distinct().count() == 1) {
            return Optional.of("a key that is one byte over and over");
        }
        boolean printable = unsigned(bytes).allMatch(b -> b >= ' ' && b <= '~');
        if (!printable
                && (counts(bytes)
                        || repeats(bytes)
                        || unsigned(bytes).distinct().count() < LEAST_DISTINCT_BYTES)) {
            return Optional.of("a key with a pattern and not random bytes");
        }
        return isText(bytes) ? Optional.of("a phrase and not random bytes") : Optional.empty();
    }

    /** Whether it is UTF-8, which 32 random bytes are once in a hundred million times: a phrase in any language, with its line's end. */
    private static boolean isText(byte[] bytes) {
        try {
            var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean counts(byte[] bytes) {
        return IntStream.range(2, bytes.length)
                .allMatch(i -> (byte) (bytes[i] - bytes[i - 1]) == (byte) (bytes[1] - bytes[0]));
    }

    /** Whether it is a shorter key, written again until it is long enough. */
    private static boolean repeats(byte[] bytes) {
        return IntStream.rangeClosed(1, bytes.length / 2)
                .anyMatch(period -> IntStream.range(period, bytes.length).allMatch(i -> bytes[i] == bytes[i - period]));
    }

    private static boolean holdsPhrase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return PHRASES.stream().anyMatch(lower::contains);
    }

    private static IntStream unsigned(byte[] bytes) {
        return IntStream.range(0, bytes.length).map(i -> Byte.toUnsignedInt(bytes[i]));
    }
}
