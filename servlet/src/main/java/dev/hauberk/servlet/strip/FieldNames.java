package dev.hauberk.servlet.strip;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of members, compared without case, hyphens and underscores. */
final class FieldNames {
    private final Set<String> folded;

    FieldNames(Collection<String> names) {
        this.folded = names.stream().map(FieldNames::fold).collect(Collectors.toUnmodifiableSet());
    }

    boolean hold(String name) {
        return folded.contains(fold(name));
    }

    private static String fold(String name) {
        // To upper case first: a long s and a Kelvin sign become the letters that they look like.
        return name.replace("-", "").replace("_", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
