package dev.hauberk.policy;

/** How a value appears in a problem: short, on one line, and not at all where it may be a secret. */
final class Shown {
    private static final int LONGEST = 80;

    private Shown() {}

    /** A node, by its kind where it is no scalar. */
    static String of(Node node) {
        if (node instanceof Node.Text text) {
            return of(text.value());
        }
        return node instanceof Node.Mapping ? "keys with values" : "a list";
    }

    /** A scalar. */
    static String of(String value) {
        if (value.isEmpty()) {
            return "nothing";
        }
        return SecretFinder.kindOf(value).isPresent() ? "a value that is not shown" : line(value);
    }

    /** A key, as part of a path. */
    static String key(String key) {
        return SecretFinder.kindOf(key).isPresent() ? "(not shown)" : line(key);
    }

    private static String line(String value) {
        String clean = value.strip().replaceAll("\\p{Cntrl}|\\p{Zl}|\\p{Zp}|\\p{Cf}", "?");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) + "..." : clean;
    }
}
