package dev.hauberk.rbac.route;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.Caller;
import dev.hauberk.Decision;
import java.util.Optional;

/**
 * The policy's routes (RBAC-4): read from the top, the first rule that matches path and method decides, and where none
 * matches it is denied. Thread-safe.
 */
public interface Routes {
    /**
     * The rule for a request.
     *
     * @param method as it was sent: methods are case-sensitive; HEAD is judged as GET
     * @param path within the context, decoded once and canonical
     */
    Optional<RoutePolicy> match(String method, String path);

    /** Whether a caller may make a request that this rule covers; empty means that no rule does, and is denied. */
    Decision decide(Caller caller, Optional<RoutePolicy> rule);
}
