package dev.hauberk.rbac;

import dev.hauberk.Caller;
import dev.hauberk.Decision;
import dev.hauberk.Permission;
import dev.hauberk.Resource;
import java.util.Set;

/**
 * Who may do what (RBAC-1 to RBAC-3, RBAC-5), compiled from the policy's roles. Anything unknown is denied: an anonymous
 * caller, a role or permission that the policy does not name, a resource of another tenant or of nobody. Thread-safe.
 */
public interface AccessPolicy {
    /** Whether a caller may do something to a resource of its own tenant. */
    Decision decide(Caller caller, Permission permission, Resource resource);

    /** Everything that the caller's roles give, by name. */
    Set<String> permissions(Caller caller);
}
