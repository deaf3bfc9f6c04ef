package dev.hauberk.rbac.route;

import dev.hauberk.policy.RoutePolicy;
import java.util.List;

/**
 * How the policy's rules and an application's mappings fit.
 *
 * @param uncovered mappings with requests that no rule matches, in the order in which they were given
 * @param unused rules that no mapping's requests reach, in the policy's order
 */
public record Coverage(List<Mapping> uncovered, List<RoutePolicy> unused) {
    public Coverage {
        uncovered = List.copyOf(uncovered);
        unused = List.copyOf(unused);
    }

    /** Whether each has its counterpart. */
    public boolean isComplete() {
        return uncovered.isEmpty() && unused.isEmpty();
    }
}
