package dev.hauberk.policy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether browsers can read a header at all: of these two they drop the whole of what is not in its form. */
final class HeaderForm {
    private static final Pattern DIRECTIVE =
            Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+(?:\\s*=\\s*(?:[A-Za-z0-9!#$%&'*+.^_`|~-]+|\"[^\"]*\"))?");
    private static final Set<String> WITHOUT_VALUE = Set.of("includesubdomains", "preload");
    private static final String ALLOWED = "(?:self|src|\\*|\"[^\"\\\\]*\")";
    private static final Pattern FEATURE = Pattern.compile(
            "([a-z*][a-z0-9_.*-]*)=(?:self|\\*|\\( *(?:" + ALLOWED + "(?: +" + ALLOWED + ")*)? *\\))(?:;.*)?");

    private HeaderForm() {}

    /** What Strict-Transport-Security lacks (RFC 6797, section 6.1); empty where it lacks nothing. */
    static Optional<String> transportSecurity(String value) {
        Set<String> seen = new HashSet<>();
        for (String text : value.split(";", -1)) {
            String directive = text.strip();
            String name = directive.split("[\\s=]", 2)[0].toLowerCase(Locale.ROOT);
            boolean sound = DIRECTIVE.matcher(directive).matches()
                    && seen.add(name)
                    && !(WITHOUT_VALUE.contains(name) && directive.indexOf('=') >= 0);
            if (!directive.isEmpty() && !sound) {
                return Optional.of("each directive once, includeSubDomains and preload without a value");
            }
        }
        return Optional.empty();
    }

    /** What Permissions-Policy lacks, which is a structured dictionary (RFC 9651, section 3.2); empty where it lacks nothing. */
    static Optional<String> permissions(String value) {
        Set<String> seen = new HashSet<>();
        List<String> features =
                Arrays.stream(value.split(",", -1)).map(String::strip).toList();
        for (String feature : features) {
            if (!FEATURE.matcher(feature).matches() || !seen.add(feature.substring(0, feature.indexOf('=')))) {
                return Optional.of("each feature once and in lower case, like camera=() or camera=(self)");
            }
        }
        return Optional.empty();
    }
}
