package dev.hauberk.ratelimit;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.SecurityPolicy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Policies for tests. */
final class Policies {
    private Policies() {}

    /** A policy with these limits, whatever a baseline says of them; written {@code name: limit}. */
    static SecurityPolicy limits(String... limits) {
        return limits(Map.of(), limits);
    }

    static SecurityPolicy limits(Map<Control, Mode> modes, String... limits) {
        Map<String, Limit> parsed = new LinkedHashMap<>();
        for (String limit : limits) {
            String[] parts = limit.split(": ");
            parsed.put(parts[0], Limit.parse(parts[1]));
        }
        return SecurityPolicy.of(Map.of()).withModes(modes).withLimits(parsed);
    }
}
