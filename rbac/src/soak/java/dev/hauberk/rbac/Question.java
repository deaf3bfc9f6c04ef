package dev.hauberk.rbac;

import dev.hauberk.policy.SecurityPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What is asked of both.
 *
 * @param roles what the caller holds
 * @param own the caller's tenant
 * @param permission what for
 * @param owner the resource's tenant
 */
record Question(Set<String> roles, Optional<String> own, String permission, Optional<String> owner) {
    private static final List<Optional<String>> TENANTS = List.of(
            Optional.of("acme"), Optional.of("acme"), Optional.of("ACME"), Optional.of("globex"), Optional.empty());

    /** Any question, with up to three roles; some names are those of no role, permission or tenant of the policy. */
    static Question any(SecurityPolicy policy, Random random) {
        List<String> roles = and(policy.roles().keySet(), "Org_Admin", "super_admin ", "*", "nobody");
        List<String> permissions = and(policy.permissions(), "users:all", "user:read", "system:admins");
        Set<String> held = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            held.add(one(roles, random));
        }
        return new Question(held, one(TENANTS, random), one(permissions, random), one(TENANTS, random));
    }

    private static List<String> and(Iterable<String> names, String... strange) {
        List<String> all = new ArrayList<>(List.of(strange));
        names.forEach(all::add);
        return all;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
