package dev.hauberk.rbac.route;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The policy's routes (RBAC-4): read from the top, the first rule that matches path and method decides, and where none
 * matches it is denied.
 *
 * <p>A path matches exactly, in its case and to its last slash; <code>/api/**</code> is {@code /api} itself and everything below
 * it. All conditions of a rule must hold, and a list means any of it; a role that includes another counts as that one too. Where
 * a rule is not public, the caller has a tenant (RBAC-5; not asked where the rule says {@code tenants: all}), and has
 * shown a second factor if one of its roles must (AUTHN-5).
 *
 * <p>The modes of RBAC-4, RBAC-5 and AUTHN-5 are kept here: {@link #decide} denies for a control that is enforced, and
 * {@link #shadowed} tells what one in shadow mode would have denied. Thread-safe.
 *
 * <p>What is not guaranteed: that the application dispatches as the rule was matched. A path must be canonical before it
 * comes here, and {@link #overlaps} lets whoever dispatches compare.
 */
public interface Routes {
    /**
     * The routes of a policy.
     *
     * @throws IllegalArgumentException where a rule's path cannot be read, which no policy that was loaded has
     */
    static Routes of(SecurityPolicy policy) {
        return CompiledRoutes.of(policy);
    }

    /**
     * The rule for a request.
     *
     * @param method as it was sent: methods are case-sensitive; HEAD is judged as GET
     * @param path within the context, decoded once and canonical
     */
    Optional<RoutePolicy> match(String method, String path);

    /**
     * Whether a caller may make a request that this rule covers; empty means that no rule does, and is denied. So is a rule
     * that {@link #match} did not give.
     */
    Decision decide(Caller caller, Optional<RoutePolicy> rule);

    /** What controls in shadow mode would have denied of the same request; to be published, and nothing else. */
    List<Decision.Denied> shadowed(Caller caller, Optional<RoutePolicy> rule);

    /**
     * Which mappings have requests that no rule matches, and which rules match no mapping's. A mapping is covered where one
     * rule covers all its paths for each of its methods; where its methods are not known, for any method, since the others are
     * denied.
     */
    Coverage coverage(Collection<Mapping> mappings);

    /** Whether a request can match both. Where it cannot, what was decided is not what is dispatched. */
    boolean overlaps(RoutePolicy rule, Mapping mapping);
}
