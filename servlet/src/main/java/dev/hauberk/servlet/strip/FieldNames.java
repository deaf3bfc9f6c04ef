package dev.hauberk.servlet.strip;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names of members, compared without case, hyphens and underscores. */
final class FieldNames {
    /** At most 64 characters, so that a text of quotes is read in a time in proportion to its length. */
    private static final Pattern MEMBER = Pattern.compile("([\\w\\\\-]{1,64}+)[\"']?+\\s{0,16}+:");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final Set<String> folded;

    FieldNames(Collection<String> names) {
        this.folded = names.stream().map(FieldNames::fold).collect(Collectors.toUnmodifiableSet());
    }

    boolean hold(String name) {
        return folded.contains(fold(name));
    }

    /** Whether a text that is no JSON names one of them as a member: in quotes, or bare, before a colon. */
    boolean areMentioned(String text) {
        return MEMBER.matcher(text).results().anyMatch(found -> hold(unescaped(found.group(1))));
    }

    private static String unescaped(String name) {
        return ESCAPE.matcher(name)
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    private static String fold(String name) {
        // To upper case first: a long s and a Kelvin sign become the letters that they look like.
        return name.replace("-", "").replace("_", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
