package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks that what may be cached is public: an answer to somebody in particular must not reach the next (HTTP-3). */
final class CacheCheck {
    private final SecurityPolicy policy;
    private final Findings findings;

    CacheCheck(SecurityPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        List<String> cacheable = policy.headers().cacheable();
        for (int i = 0; i < cacheable.size(); i++) {
            String text = cacheable.get(i);
            List<String> path = List.of("headers", "cacheable", Integer.toString(i));
            pattern(text)
                    .flatMap(this::guard)
                    .ifPresent(rule -> findings.weak(
                            Set.of(Control.HTTP_3),
                            "public paths alone",
                            text + ", where " + rule.place() + " asks who one is",
                            "Name the paths that are public.",
                            path));
        }
    }

    /** The first rule that decides about some of these paths and is not public. */
    private Optional<RoutePolicy> guard(PathPattern cacheable) {
        for (RoutePolicy rule : policy.routes()) {
            Optional<PathPattern> path = pattern(rule.path()).filter(cacheable::overlaps);
            if (path.isEmpty() || !rule.method().isEmpty() && !rule.method().contains("GET")) {
                continue;
            }
            if (!rule.access().equals(Optional.of(RoutePolicy.Access.PUBLIC))) {
                return Optional.of(rule);
            }
            if (path.get().covers(cacheable)) {
                // It decides about all of them, and no rule below it does.
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** One that cannot be read is reported elsewhere. */
    private static Optional<PathPattern> pattern(String text) {
        try {
            return Optional.of(PathPattern.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
