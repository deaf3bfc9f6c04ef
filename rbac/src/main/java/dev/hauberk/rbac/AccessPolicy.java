package dev.hauberk.rbac;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.Permission;
import dev.hauberk.Resource;
import dev.hauberk.policy.SecurityPolicy;
import java.util.Set;

/**
 * Who may do what (RBAC-1 to RBAC-3, RBAC-5), compiled from the policy's roles. Anything unknown is denied: an anonymous
 * caller, a role or permission that the policy does not name, a resource of another tenant or of nobody.
 *
 * <p>Names are compared as they are: no case is folded, nothing is trimmed, and a {@code *} means something only where the
 * policy writes it. A caller with several roles may do what any of them gives. A role holds what another gives only where it
 * {@code includes} that role.
 *
 * <p>What is not guaranteed: that the caller is who it says (authentication), or that the resource's tenant is true (whoever
 * loaded it). It always enforces: the modes of the policy are for the filters, which can count what they let through.
 *
 * <p>Thread-safe. Deciding takes no lock, and makes no garbage unless the policy does not name the permission.
 */
public interface AccessPolicy {
    /** The roles of a policy. */
    static AccessPolicy of(SecurityPolicy policy) {
        return CompiledAccess.of(policy);
    }

    /**
     * Whether a caller may do something to a resource of its own tenant. The permission is judged first, so that whoever
     * lacks it hears the same of its own resources and of others'.
     */
    Decision decide(Caller caller, Permission permission, Resource resource);

    /** Everything that the caller's roles give, by name, in the policy's order. */
    default Set<String> permissions(Caller caller) {
        return permissions(caller.roles());
    }

    /** Everything that these roles give together, by name, in the policy's order. Roles that the policy does not name give nothing. */
    Set<String> permissions(Set<String> roles);

    /** These roles and all that they include, as far as the policy names them, in its order. */
    Set<String> withIncluded(Set<String> roles);
}
