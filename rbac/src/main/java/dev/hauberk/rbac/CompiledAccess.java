package dev.hauberk.rbac;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Permission;
import dev.hauberk.Reason;
import dev.hauberk.Resource;
import dev.hauberk.Tenant;
import dev.hauberk.policy.SecurityPolicy;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Permissions are bits, a role is a set of them, and every answer that can be foreseen is made when the policy is loaded. */
final class CompiledAccess implements AccessPolicy {
    private static final Denied ANONYMOUS =
            new Denied(Control.RBAC_3, "roles", Reason.ANONYMOUS, "sign in: nobody in particular holds no permission");
    private static final Denied NOBODYS = new Denied(
            Control.RBAC_5,
            "tenant isolation",
            Reason.TENANT,
            "a tenant of the resource: what is nobody's is not for a caller");
    private static final Denied OTHERS =
            new Denied(Control.RBAC_5, "tenant isolation", Reason.TENANT, "a caller of the resource's own tenant");

    /**
     * A permission that the policy names.
     *
     * @param bit its place in the policy's list
     * @param denied what is said to a caller without it
     */
    private record Known(int bit, Denied denied) {}

    private final Map<String, CompiledRole> roles;
    private final List<String> names;
    private final Map<Permission, Known> permissions;

    private CompiledAccess(Map<String, CompiledRole> roles, List<String> names) {
        this.roles = roles;
        this.names = names;
        Map<Permission, Known> known = new LinkedHashMap<>();
        for (int bit = 0; bit < names.size(); bit++) {
            known.put(new Permission(names.get(bit)), new Known(bit, denied(roles, names.get(bit), bit)));
        }
        this.permissions = Map.copyOf(known);
    }

    static CompiledAccess of(SecurityPolicy policy) {
        List<String> names = policy.permissions().stream().distinct().toList();
        return new CompiledAccess(CompiledRole.all(policy.roles(), names), names);
    }

    @Override
    public Decision decide(Caller caller, Permission permission, Resource resource) {
        if (caller.isAnonymous()) {
            return ANONYMOUS;
        }
        Known known = permissions.get(permission);
        if (known == null) {
            return unknown(permission);
        }
        CompiledRole giver = giver(caller, known.bit);
        if (giver == null) {
            return known.denied;
        }
        if (resource.tenant().isEmpty()) {
            return NOBODYS;
        }
        return isOwn(caller.tenant(), resource.tenant().get()) ? giver.granted() : OTHERS;
    }

    @Override
    public Set<String> permissions(Set<String> held) {
        BitSet all = new BitSet(names.size());
        for (String role : held) {
            CompiledRole compiled = roles.get(role);
            if (compiled != null) {
                compiled.addTo(all);
            }
        }
        return inOrder(all.stream().mapToObj(names::get));
    }

    @Override
    public Set<String> withIncluded(Set<String> held) {
        return inOrder(roles.keySet().stream().filter(role -> isIncluded(role, held)));
    }

    /** The caller's first role, in the policy's order, that gives it; the same one each time. */
    private @Nullable CompiledRole giver(Caller caller, int bit) {
        CompiledRole first = null;
        for (String name : caller.roles()) {
            CompiledRole role = roles.get(name);
            if (role != null && role.gives(bit) && (first == null || role.order() < first.order())) {
                first = role;
            }
        }
        return first;
    }

    private boolean isIncluded(String role, Set<String> held) {
        return roles.values().stream().anyMatch(one -> held.contains(one.name()) && one.includes(role));
    }

    private static Set<String> inOrder(Stream<String> names) {
        LinkedHashSet<String> set = names.collect(Collectors.toCollection(LinkedHashSet::new));
        return Collections.unmodifiableSet(set);
    }

    private static boolean isOwn(Optional<Tenant> own, Tenant tenant) {
        return own.isPresent() && own.get().equals(tenant);
    }

    private static Denied denied(Map<String, CompiledRole> roles, String permission, int bit) {
        String holders = roles.values().stream()
                .filter(role -> role.gives(bit))
                .map(CompiledRole::name)
                .collect(Collectors.joining(", "));
        return new Denied(
                Control.RBAC_3,
                "roles",
                Reason.PERMISSION,
                holders.isEmpty() ? "no role gives " + permission : permission + " is given by " + holders);
    }

    private static Denied unknown(Permission permission) {
        return new Denied(
                Control.RBAC_3,
                "permissions",
                Reason.PERMISSION,
                "permissions: [" + permission + "], which the policy does not name");
    }
}
