package dev.hauberk.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class Nearest {
    private static final int LONGEST = 64;

    private Nearest() {}

    /** The word of a list with the fewest changes to this one, unless even that is another word. */
    static Optional<String> of(String word, List<String> words) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(word);
        return words.stream()
                .filter(known -> distance(plain, plain(known))
                        <= Math.min(3, (plain(known).length() + 2) / 3))
                .min(Comparator.comparingInt(known -> distance(plain, plain(known))));
    }

    /** A remedy: the word that was probably meant, or those that there are. */
    static String remedy(String word, Collection<String> words) {
        List<String> known = List.copyOf(words);
        if (known.isEmpty()) {
            return "Declare it.";
        }
        return of(word, known)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> "Declare it, or write one of " + String.join(", ", known) + ".");
    }

    private static String plain(String word) {
        return word.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
