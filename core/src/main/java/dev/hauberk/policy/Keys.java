package dev.hauberk.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the keys of one mapping: none twice, and none that nobody reads. */
final class Keys {
    private final List<String> allowed;
    private final Problems problems;

    /** @param allowed the keys that there may be; none means that any may */
    Keys(List<String> allowed, Problems problems) {
        this.allowed = allowed;
        this.problems = problems;
    }

    void check(Node.Mapping mapping, String path) {
        Set<String> seen = new HashSet<>();
        for (Node.Entry entry : mapping.entries()) {
            String shown = Shown.key(entry.key());
            String at = Binder.join(path, shown);
            if (!seen.add(entry.key())) {
                problems.add(entry.place(), at, "each key once", "it is there twice", "Remove one of the two.");
            } else if (!allowed.isEmpty() && !allowed.contains(entry.key())) {
                problems.add(entry.place(), at, "a key that is known", "unknown key " + shown, remedy(entry.key()));
            } else if (!isName(entry.key())) {
                problems.add(
                        entry.place(),
                        at,
                        "a key that can be seen, on one line, without a placeholder",
                        shown,
                        "Write a name before the colon.");
            }
        }
    }

    /** Whether a key can be a name: no placeholder, and nothing in it or around it that cannot be seen. */
    static boolean isName(String key) {
        return !key.isBlank()
                && key.strip().equals(key)
                && !key.contains("${")
                && key.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }

    private String remedy(String key) {
        return Nearest.of(key, allowed)
                .map(near -> "Did you mean " + near + "?")
                .orElseGet(() -> "Remove it, or write one of " + String.join(", ", allowed) + ".");
    }
}
