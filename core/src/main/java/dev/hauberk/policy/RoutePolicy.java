package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call what (RBAC-4). Rules are read from the top and the first that matches path and method decides; all of its
 * conditions must hold, and a list means any of it.
 *
 * <p>Where a rule is written is no part of what it says: two rules that differ in their place alone are equal.
 *
 * @param path an exact path, with {@code {name}} for one segment, or <code>/**</code> at its end for everything below
 * @param method the methods that it covers, in upper case; none means all; GET covers HEAD
 * @param access who may call it; empty where roles or permissions say it
 * @param roles any of these roles; none means that roles do not matter
 * @param permission any of these permissions; none means that they do not matter
 * @param tenants whose data it shows
 * @param limit the limit that counts it; where none is named, the strictest
 * @param body the shape of its body in {@code input.bodies}, or {@code none} or {@code any}; must be there where the method takes a body
 * @param place where the rule is written
 */
public record RoutePolicy(
        @Setting(
                says = "An exact path, with {name} for one segment, or /** at its end for everything below.",
                control = Control.RBAC_4)
        String path,

        @Setting(says = "The methods that it covers; none means all.", or = "", control = Control.RBAC_4)
        Set<String> method,

        @Setting(says = "Who may call it: public, or whoever is signed in.", control = Control.RBAC_4)
        Optional<Access> access,

        @Setting(says = "Any of these roles.", or = "", control = Control.RBAC_4)
        Set<String> roles,

        @Setting(says = "Any of these permissions.", or = "", control = Control.RBAC_3)
        Set<String> permission,

        @Setting(says = "Whose data it shows: the own tenant's, or all.", or = "own", control = Control.RBAC_5)
        Tenants tenants,

        @Setting(says = "The limit that counts it; where none is named, the strictest.", control = Control.RATE_2)
        Optional<String> limit,

        @Setting(
                says =
                        "The shape of its body in input.bodies; none where it takes no body, any where the application checks it.",
                control = Control.INPUT_1)
        Optional<String> body,

        Place place) {

    /** Who may call. */
    public enum Access {
        PUBLIC,
        SIGNED_IN
    }

    /** Whose data a route shows. */
    public enum Tenants {
        OWN,
        ALL
    }

    public RoutePolicy {
        method = Set.copyOf(method);
        roles = Set.copyOf(roles);
        permission = Set.copyOf(permission);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutePolicy that && said().equals(that.said());
    }

    @Override
    public int hashCode() {
        return said().hashCode();
    }

    private List<Object> said() {
        return List.of(path, method, access, roles, permission, tenants, limit, body);
    }
}
