package dev.hauberk.rbac;

import static java.util.Objects.requireNonNull;

import dev.hauberk.Control;
import dev.hauberk.Decision.Granted;
import dev.hauberk.policy.RolePolicy;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A role with all that it holds: its own permissions and those of every role that it includes. */
final class CompiledRole {
    private static final String EVERY = "*";

    private final String name;
    private final int order;
    private final Set<String> included;
    private final BitSet permissions;
    private final Granted granted;

    private CompiledRole(String name, int order, Set<String> included, BitSet permissions) {
        this.name = name;
        this.order = order;
        this.included = included;
        this.permissions = permissions;
        this.granted = new Granted(Control.RBAC_3, "roles." + name, "role " + name);
    }

    /** All roles of a policy, by name, in its order. */
    static Map<String, CompiledRole> all(Map<String, RolePolicy> policies, List<String> permissions) {
        Map<String, CompiledRole> roles = new LinkedHashMap<>();
        for (String name : policies.keySet()) {
            Set<String> included = closure(name, policies);
            BitSet bits = new BitSet(permissions.size());
            included.forEach(role -> add(requireNonNull(policies.get(role)), permissions, bits));
            roles.put(name, new CompiledRole(name, roles.size(), included, bits));
        }
        return Collections.unmodifiableMap(roles);
    }

    /** The role itself and every role that it includes, at any depth; a circle is walked once. */
    private static Set<String> closure(String name, Map<String, RolePolicy> policies) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            String next = open.pop();
            if (policies.containsKey(next) && found.add(next)) {
                open.addAll(policies.get(next).includes());
            }
        }
        return found;
    }

    private static void add(RolePolicy policy, List<String> permissions, BitSet bits) {
        if (policy.permissions().contains(EVERY)) {
            bits.set(0, permissions.size());
        }
        policy.permissions().stream()
                .mapToInt(permissions::indexOf)
                .filter(bit -> bit >= 0)
                .forEach(bits::set);
    }

    String name() {
        return name;
    }

    /** Its place in the policy. */
    int order() {
        return order;
    }

    /** What is said where this role gives something. */
    Granted granted() {
        return granted;
    }

    boolean gives(int permission) {
        return permissions.get(permission);
    }

    boolean includes(String role) {
        return included.contains(role);
    }

    void addTo(BitSet all) {
        all.or(permissions);
    }
}
