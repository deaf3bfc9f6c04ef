package dev.hauberk.crypto.password;

import java.util.Base64;
import java.util.Optional;

/** Base64 as stored hashes have it. What is not exactly what would be written is not read. */
final class HashText {
    /** Eight to sixty-four bytes without padding, as a pattern; the length of what is decoded is {@link #within}'s to judge. */
    static final String PLAIN = "([A-Za-z0-9+/]{11,86})";

    /** The same in passlib's alphabet, which has a dot for the plus. */
    static final String DOTTED = "([A-Za-z0-9./]{11,86})";

    /** The same with padding. */
    static final String PADDED = "([A-Za-z0-9+/]{11,88}={0,2})";

    static final int LEAST_SALT = 8;
    /** Fewer bytes would be right for too many passwords. */
    static final int LEAST_KEY = 16;

    private static final int GREATEST = 64;

    private HashText() {}

    static String plain(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    static String dotted(byte[] bytes) {
        return plain(bytes).replace('+', '.');
    }

    static Optional<byte[]> plain(String text, int least) {
        return within(text, least).filter(bytes -> plain(bytes).equals(text));
    }

    static Optional<byte[]> dotted(String text, int least) {
        return plain(text.replace('.', '+'), least);
    }

    static Optional<byte[]> padded(String text, int least) {
        return within(text, least)
                .filter(bytes -> Base64.getEncoder().encodeToString(bytes).equals(text));
    }

    private static Optional<byte[]> within(String text, int least) {
        try {
            return Optional.of(Base64.getDecoder().decode(text))
                    .filter(bytes -> bytes.length >= least && bytes.length <= GREATEST);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
