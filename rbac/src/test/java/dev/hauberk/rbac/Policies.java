package dev.hauberk.rbac;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.FactorPolicy;
import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Policies for tests. */
public final class Policies {
    private Policies() {}

    /** The eight roles of the workbench, and nothing else. */
    public static SecurityPolicy workbench() {
        return SecurityPolicy.parse(resource("workbench-roles.yml"), "workbench-roles.yml");
    }

    /** What a text says; its lines are those of {@code test.yml}. */
    public static SecurityPolicy of(String yaml) {
        return SecurityPolicy.parse(yaml, "test.yml");
    }

    /** A policy that the reader of files has not looked at, with whatever in it. */
    public static SecurityPolicy unchecked(
            List<String> permissions, Map<String, RolePolicy> roles, List<RoutePolicy> routes) {
        return unchecked(permissions, roles, routes, Map.of(), Set.of());
    }

    /** The same, with modes and with roles that must show a factor. */
    public static SecurityPolicy unchecked(
            List<String> permissions,
            Map<String, RolePolicy> roles,
            List<RoutePolicy> routes,
            Map<Control, Mode> modes,
            Set<String> mustShow) {
        SecurityPolicy base = SecurityPolicy.of(Map.of());
        return base.withModes(modes)
                .withFactors(new FactorPolicy(mustShow, base.factors().by()))
                .withPermissions(permissions)
                .withRoles(roles)
                .withRoutes(routes);
    }

    /** A role that holds permissions, and includes others. */
    public static RolePolicy role(Set<String> includes, Set<String> permissions) {
        return new RolePolicy(0, false, includes, Set.of(), permissions);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Policies.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
