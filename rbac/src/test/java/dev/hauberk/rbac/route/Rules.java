package dev.hauberk.rbac.route;

import dev.hauberk.policy.Place;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.RoutePolicy.Access;
import dev.hauberk.policy.RoutePolicy.Tenants;
import java.util.Optional;
import java.util.Set;

/** Rules for tests, which the reader of files has not looked at. */
final class Rules {
    private Rules() {}

    /** One that says nothing of who may call. */
    static RoutePolicy rule(String path, Set<String> methods) {
        return rule(path, methods, Optional.empty(), Set.of(), Set.of(), Tenants.OWN);
    }

    static RoutePolicy rule(
            String path,
            Set<String> methods,
            Optional<Access> access,
            Set<String> roles,
            Set<String> permissions,
            Tenants tenants) {
        return new RoutePolicy(
                path, methods, access, roles, permissions, tenants, Optional.empty(), Optional.empty(), Place.JAVA);
    }
}
