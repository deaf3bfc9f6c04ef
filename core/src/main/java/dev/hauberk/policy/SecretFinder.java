package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds secrets in a policy, where none may be (DATA-3). It knows the forms that secrets have, and for the rest goes by
 * length and entropy: it may miss a short password, and says so nowhere else.
 */
final class SecretFinder {
    private static final List<Form> FORMS = List.of(
            new Form("a private key", Pattern.compile("-----BEGIN")),
            new Form("a JSON Web Token", Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*")),
            new Form("a key of AWS", Pattern.compile("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b")),
            new Form(
                    "a provider's token",
                    Pattern.compile(
                            "\\b(?:gh[opsur]_|github_pat_|sk_live_|rk_live_|sk-|xox[abprs]-|AIza|SG\\.)[A-Za-z0-9_.-]{16,}")),
            new Form("an address with a password", Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/\\s:@]*:[^/\\s@]+@")));

    private static final Pattern TELLING =
            Pattern.compile("(?:^|[-_.])(?:key|secret|password|passwd|token|credentials?|pepper|salt)$");
    private static final Pattern ONE_WORD = Pattern.compile("[A-Za-z0-9+_=-][A-Za-z0-9+/_=.-]*");
    private static final int LONG = 32;
    private static final int LONG_UNDER_A_TELLING_KEY = 16;
    private static final double RANDOM = 3.9;
    private static final double RANDOM_LETTERS = 4.6;
    private static final double RANDOM_HEX = 3.0;
    private static final double NOT_A_WORD = 3.2;

    private record Form(String kind, Pattern pattern) {}

    private final Problems problems;

    SecretFinder(Problems problems) {
        this.problems = problems;
    }

    /** Reports every secret of a tree, and prints none. */
    void search(Node node, String path) {
        if (node instanceof Node.Text text) {
            kindOf(text.value()).ifPresent(kind -> report(text.place(), path, kind));
        } else if (node instanceof Node.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                search(sequence.items().get(i), Binder.join(path, Integer.toString(i)));
            }
        } else if (node instanceof Node.Mapping mapping) {
            mapping.entries().forEach(entry -> search(entry, Binder.join(path, Shown.key(entry.key()))));
        }
    }

    private void search(Node.Entry entry, String path) {
        kindOf(entry.key()).ifPresent(kind -> report(entry.place(), path, kind));
        if (entry.value() instanceof Node.Text text
                && kindOf(text.value()).isEmpty()
                && isHidden(entry.key(), text.value())) {
            report(text.place(), path, "what looks like a secret");
        } else {
            search(entry.value(), path);
        }
    }

    private void report(Place place, String path, String kind) {
        problems.add(
                place,
                path,
                Control.DATA_3,
                "no secret in the policy",
                kind + ", which is not shown",
                "Remove it, replace the secret, and give the new one by the environment, for example as HAUBERK_KEYS.");
    }

    /** What kind of secret a value looks like, whatever its key is. */
    static Optional<String> kindOf(String value) {
        for (Form form : FORMS) {
            if (form.pattern().matcher(value).find()) {
                return Optional.of(form.kind());
            }
        }
        if (value.length() < LONG || !ONE_WORD.matcher(value).matches()) {
            return Optional.empty();
        }
        boolean hex = value.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        double least = hex ? RANDOM_HEX : hasDigitsAndBothCases(value) ? RANDOM : RANDOM_LETTERS;
        return entropy(value) >= least ? Optional.of("what looks like a key") : Optional.empty();
    }

    private static boolean isHidden(String key, String value) {
        return TELLING.matcher(key.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT))
                        .find()
                && value.length() >= LONG_UNDER_A_TELLING_KEY
                && value.chars().noneMatch(Character::isWhitespace)
                && entropy(value) >= NOT_A_WORD;
    }

    private static boolean hasDigitsAndBothCases(String value) {
        return value.chars().anyMatch(c -> c >= '0' && c <= '9')
                && value.chars().anyMatch(c -> c >= 'a' && c <= 'z')
                && value.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Shannon's entropy, in bits a character. */
    private static double entropy(String value) {
        Map<Integer, Long> counts = value.chars().boxed().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
        return counts.values().stream()
                .mapToDouble(count -> (double) count / value.length())
                .map(share -> -share * Math.log(share) / Math.log(2))
                .sum();
    }
}
