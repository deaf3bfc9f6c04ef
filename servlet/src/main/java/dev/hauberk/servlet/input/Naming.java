package dev.hauberk.servlet.input;

import dev.hauberk.policy.PathPattern;
import dev.hauberk.policy.RoutePolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request names one thing in two ways: what its path has for a {@code {name}}, and what its query or its body has of the
 * same name (RBAC-5). Whoever checks the one and uses the other would be led to what belongs to somebody else.
 */
final class Naming {
    private final Map<String, String> named;

    private Naming(Map<String, String> named) {
        this.named = named;
    }

    /** What the path of a request has for each name of its rule. */
    static Naming of(RoutePolicy rule, String path) {
        return new Naming(
                rule.path().indexOf('{') < 0
                        ? Map.of()
                        : PathPattern.parse(rule.path()).variables(path));
    }

    /** Whether a query, which is sound, has another value for one of the names. */
    boolean contradicts(@Nullable String query) {
        if (named.isEmpty() || query == null) {
            return false;
        }
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
            if (differs(name, equals < 0 ? "" : decoded(parameter.substring(equals + 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body has another value for one of the names. */
    boolean contradicts(Map<String, Object> members) {
        return members.entrySet().stream()
                .anyMatch(member -> differs(member.getKey(), String.valueOf(member.getValue())));
    }

    private boolean differs(String name, String value) {
        @Nullable String known = named.get(name);
        return known != null && !known.equals(value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
