package dev.hauberk.crypto.field;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Which values are one and the same to a {@link BlindIndex}: those that become the same text. Must give the same text for good, and for
 * what it gives itself.
 */
@FunctionalInterface
public interface Normaliser {
    /**
     * The text that stands for a value.
     *
     * @throws IllegalArgumentException where the value is none of its kind; the message does not hold it
     */
    String normalise(String value);

    /** Values are the same only if they are equal. */
    static Normaliser exact() {
        return value -> value;
    }

    /**
     * Values are the same if they differ in case or in how Unicode composes their characters, and no further: what looks alike, or is wider or
     * accented, stays another value, and so does what has spaces around it. Case is folded as {@code ß} to {@code ss}, and the same in
     * every locale; a dotless i is folded to i.
     */
    static Normaliser text() {
        return value -> {
            String decomposed = Normalizer.normalize(value, Normalizer.Form.NFD);
            // There and back and there again: only so do all letters that have three forms, such as those of ss, become
            // one.
            String folded =
                    decomposed.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
            return Normalizer.normalize(folded, Normalizer.Form.NFC);
        };
    }

    /**
     * Values are telephone numbers, and the same if they are one in E.164 ({@code +493012345678}), however it is written. An extension
     * is left out. What cannot be a number is refused, so that nothing is stored under a text that was never looked up.
     *
     * <p>Needs {@code com.googlecode.libphonenumber:libphonenumber} on the class path.
     *
     * @param region where a number without a country is from: a code of ISO 3166-1 in capitals, such as {@code DE}
     */
    static Normaliser e164(String region) {
        return PhoneNumbers.of(region);
    }
}
