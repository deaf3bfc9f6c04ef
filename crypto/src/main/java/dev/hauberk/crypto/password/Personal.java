package dev.hauberk.crypto.password;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the person whose password it is, and what nobody should build one on: a name, an e-mail address, an
 * organisation. It is personal data, and {@code toString} does not show it. Immutable.
 */
public final class Personal {
    private static final Personal NOTHING = new Personal(List.of());

    private static final int LEAST_LETTERS = 3;
    private static final int MOST_TEXTS = 16;
    private static final int MOST_CHARS = 128;
    private static final int MOST_WORDS = 64;
    private static final String SEPARATORS = "[^\\p{L}\\p{N}]+";

    private final List<String> words;

    private Personal(List<String> words) {
        this.words = words;
    }

    /** Nothing is known. */
    public static Personal nothing() {
        return NOTHING;
    }

    /** As {@link #of(Collection)}. */
    public static Personal of(String... texts) {
        return of(List.of(texts));
    }

    /**
     * These are known.
     *
     * @param texts names, addresses and the like, as they are written; sixteen, and of each 128 characters, are looked at
     */
    public static Personal of(Collection<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.stream().limit(MOST_TEXTS).forEach(text -> add(words, text));
        return new Personal(words.stream()
                .filter(word -> word.length() >= LEAST_LETTERS)
                .limit(MOST_WORDS)
                .toList());
    }

    /** Each text as it is, the two sides of an address, their parts, and each side without what separates those. */
    private static void add(Set<String> words, String text) {
        String known = Normalizer.normalize(text.substring(0, Math.min(text.length(), MOST_CHARS)), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .strip();
        words.add(known);
        for (String side : known.split("@")) {
            words.add(side);
            words.add(side.replaceAll("\\s+", ""));
            words.add(side.replaceAll(SEPARATORS, ""));
            words.addAll(List.of(side.split(SEPARATORS)));
        }
    }

    /**
     * What is left of a text once every word was taken out of it, the longest first, whatever the case of letters; empty where it holds
     * none. What surrounded a word does not become one.
     */
    Optional<CharSequence> removedFrom(CharSequence text) {
        StringBuilder rest = new StringBuilder(text);
        for (String word : words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            for (int at = rest.length() - word.length(); at >= 0; at--) {
                if (isAt(rest, at, word)) {
                    rest.replace(at, at + word.length(), " ");
                }
            }
        }
        return rest.length() == text.length() ? Optional.empty() : Optional.of(rest);
    }

    private static boolean isAt(CharSequence text, int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at + i >= text.length() || Character.toLowerCase(text.charAt(at + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** In lower case, none twice. */
    List<String> words() {
        return words;
    }

    @Override
    public String toString() {
        return "Personal[hidden]";
    }
}
