package dev.hauberk.rbac;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hauberk.Caller;
import dev.hauberk.Permission;
import dev.hauberk.Resource;
import dev.hauberk.Tenant;
import dev.hauberk.policy.RolePolicy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** A hundred thousand questions to policies of any shape, each answered as by a reading of the roles that knows no bits. */
class AccessPolicyPropertyTest {
    private static final List<String> PERMISSIONS = List.of("a:a", "a:b", "a:c", "b:a", "b:b", "c:a");
    private static final List<String> ROLES = List.of("r1", "r2", "r3", "r4", "r5");
    private static final List<String> ASKED = List.of("a:a", "a:b", "a:c", "b:a", "b:b", "c:a", "d:d");
    private static final List<Optional<String>> TENANTS =
            List.of(Optional.of("t"), Optional.of("t"), Optional.of("T"), Optional.of("u"), Optional.empty());
    private static final int QUESTIONS = 200;

    private record Question(Set<String> roles, String permission, Optional<String> own, Optional<String> owner) {}

    @Property(tries = 500)
    @Tag("RBAC-3")
    @Tag("RBAC-5")
    void decidesAsAPlainReadingOfTheRoles(@ForAll("policies") Map<String, RolePolicy> roles, @ForAll Random random) {
        AccessPolicy access = AccessPolicy.of(Policies.unchecked(PERMISSIONS, roles, List.of()));
        for (int i = 0; i < QUESTIONS; i++) {
            Question question = question(random);
            Caller caller = Callers.of(question.own.map(Tenant::new), question.roles);
            Resource resource = new Resource("thing", Optional.empty(), question.owner.map(Tenant::new));
            boolean granted = access.decide(caller, new Permission(question.permission), resource)
                    .isGranted();
            assertEquals(expected(roles, question), granted, () -> question + " by " + roles);
            assertEquals(
                    gives(roles, question),
                    access.permissions(caller).contains(question.permission),
                    () -> question + " by " + roles);
        }
    }

    private static boolean expected(Map<String, RolePolicy> roles, Question question) {
        return question.own.isPresent() && question.own.equals(question.owner) && gives(roles, question);
    }

    private static boolean gives(Map<String, RolePolicy> roles, Question question) {
        return question.roles.stream().anyMatch(role -> gives(roles, role, question.permission, new HashSet<>()));
    }

    private static boolean gives(Map<String, RolePolicy> roles, String role, String permission, Set<String> seen) {
        if (!roles.containsKey(role) || !seen.add(role) || !PERMISSIONS.contains(permission)) {
            return false;
        }
        RolePolicy policy = roles.get(role);
        return policy.permissions().contains("*")
                || policy.permissions().contains(permission)
                || policy.includes().stream().anyMatch(other -> gives(roles, other, permission, seen));
    }

    @Provide
    Arbitrary<Map<String, RolePolicy>> policies() {
        Arbitrary<Set<String>> includes =
                Arbitraries.of("r1", "r2", "r3", "r4", "r5", "none").set().ofMaxSize(2);
        Arbitrary<Set<String>> permissions = Arbitraries.frequency(
                        Tuple.of(5, "a:a"),
                        Tuple.of(5, "a:b"),
                        Tuple.of(5, "b:b"),
                        Tuple.of(5, "c:a"),
                        Tuple.of(2, "a:*"),
                        Tuple.of(1, "*"))
                .set()
                .ofMaxSize(3);
        Arbitrary<RolePolicy> role = Combinators.combine(includes, permissions).as(Policies::role);
        return role.list().ofSize(ROLES.size()).map(list -> {
            Map<String, RolePolicy> roles = new LinkedHashMap<>();
            for (int i = 0; i < ROLES.size() - 1; i++) {
                roles.put(ROLES.get(i), list.get(i));
            }
            return roles;
        });
    }

    private static Question question(Random random) {
        Set<String> held = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            held.add(one(random, List.of("r1", "r2", "r3", "r4", "r5", "R1", "*")));
        }
        return new Question(held, one(random, ASKED), one(random, TENANTS), one(random, TENANTS));
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
