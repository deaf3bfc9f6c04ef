package dev.hauberk.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Compares two values of one header. */
final class HeaderStrength {
    /** From the strictest: what each sends elsewhere is no more than what the next one does. */
    private static final List<Set<String>> REFERRERS = List.of(
            Set.of("no-referrer"),
            Set.of("same-origin"),
            Set.of("strict-origin"),
            Set.of("strict-origin-when-cross-origin"));

    private static final List<String> RESOURCES = List.of("same-origin", "same-site");

    private final String key;

    /** @param key the header's key in the policy */
    HeaderStrength(String key) {
        this.key = key;
    }

    boolean isLooser(String asked, String set) {
        return switch (key) {
            case "strict-transport-security" -> isShorter(parts(asked, ";"), parts(set, ";"));
            case "permissions-policy" ->
                !parts(set, ",").entrySet().containsAll(parts(asked, ",").entrySet());
            case "cross-origin-resource-policy" -> rankOfResource(set) > rankOfResource(asked);
            case "referrer-policy" -> rank(set) > rank(asked);
            default -> !asked.equalsIgnoreCase(set);
        };
    }

    private static boolean isShorter(Map<String, String> asked, Map<String, String> set) {
        return seconds(set) < seconds(asked)
                || asked.containsKey("includesubdomains") && !set.containsKey("includesubdomains")
                || asked.containsKey("preload") && !set.containsKey("preload");
    }

    private static long seconds(Map<String, String> parts) {
        String age = parts.getOrDefault("max-age", "").replace("\"", "");
        return age.matches("[0-9]{1,18}") ? Long.parseLong(age) : 0;
    }

    private static int rank(String referrer) {
        for (int rank = 0; rank < REFERRERS.size(); rank++) {
            if (REFERRERS.get(rank).contains(referrer.strip().toLowerCase(Locale.ROOT))) {
                return rank;
            }
        }
        return REFERRERS.size();
    }

    private static int rankOfResource(String policy) {
        int rank = RESOURCES.indexOf(policy.strip().toLowerCase(Locale.ROOT));
        return rank < 0 ? RESOURCES.size() : rank;
    }

    private static Map<String, String> parts(String value, String separator) {
        Map<String, String> parts = new HashMap<>();
        for (String part : value.split(separator, -1)) {
            String[] nameAndValue = part.strip().toLowerCase(Locale.ROOT).split("=", 2);
            // In a structured dictionary the last counts (RFC 9651, section 3.2).
            String before = parts.put(nameAndValue[0].strip(), nameAndValue.length > 1 ? nameAndValue[1].strip() : "");
            if (before != null && separator.equals(";")) {
                parts.put(nameAndValue[0].strip(), before);
            }
        }
        return parts;
    }
}
