package dev.hauberk.rbac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Permission;
import dev.hauberk.Reason;
import dev.hauberk.Resource;
import dev.hauberk.Tenant;
import dev.hauberk.policy.SecurityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {
    private static final Permission READ = new Permission("users:read");
    private static final Resource OWN = Resource.of("user", "7", Callers.ACME);
    private static final SecurityPolicy WORKBENCH = Policies.workbench();

    private final AccessPolicy access = AccessPolicy.of(WORKBENCH);
    private final AccessPolicy tiers = AccessPolicy.of(Policies.of("""
            permissions: ["mail:read", "mail:audit", "mail:own"]
            roles:
              user: {permissions: ["mail:read"]}
              admin: {includes: [user], permissions: ["mail:audit"]}
              super-admin: {includes: [admin], permissions: ["mail:own"]}
            """));

    @Test
    @Tag("RBAC-3")
    void deniesWhoeverIsNotSignedIn() {
        assertThat(reason(access, Callers.anonymous(), READ)).isEqualTo(Reason.ANONYMOUS);
    }

    @Test
    @Tag("RBAC-1")
    void deniesACallerWithoutRoles() {
        assertThat(reason(access, Callers.with(), READ)).isEqualTo(Reason.PERMISSION);
        assertThat(access.permissions(Callers.with())).isEmpty();
    }

    @ParameterizedTest
    @Tag("RBAC-1")
    @ValueSource(
            strings = {
                "SUPER_ADMIN",
                "super_admin ",
                " super_admin",
                "super_admin\0",
                "super-admin",
                "Super_admin",
                "super_admın",
                "*",
                "",
                "root",
                "ROLE_super_admin"
            })
    void givesNothingToARoleThatThePolicyDoesNotName(String role) {
        assertThat(reason(access, Callers.with(role), READ)).isEqualTo(Reason.PERMISSION);
        assertThat(access.permissions(Set.of(role))).isEmpty();
        assertThat(access.withIncluded(Set.of(role))).isEmpty();
    }

    @Test
    @Tag("RBAC-1")
    void givesTheLeastOfAKnownRoleBesideAnUnknownOne() {
        Caller caller = Callers.with("free", "super-admin");
        assertThat(access.permissions(caller)).containsExactly("prompts:read", "workbench:basic");
        assertThat(reason(access, caller, READ)).isEqualTo(Reason.PERMISSION);
    }

    @ParameterizedTest
    @Tag("RBAC-3")
    @ValueSource(
            strings = {
                "users:*",
                "*",
                "*:*",
                "users:read:",
                "users:read\0",
                "Users:read",
                "users:Read",
                "USERS:READ",
                "users",
                ":read",
                "users:",
                " users:read",
                "users:read ",
                "users:read\n",
                "users::read",
                "üsers:read",
                "users:rеad"
            })
    void knowsNoPermissionThatIsNotWrittenExactly(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Permission(name));
    }

    @ParameterizedTest
    @Tag("RBAC-3")
    @ValueSource(strings = {"users:rea", "users:reads", "user:read", "users:read_", "prompts:read-all", "api:x"})
    void deniesAPermissionThatThePolicyDoesNotNameToEverybody(String name) {
        Decision decision = access.decide(Callers.with("super_admin"), new Permission(name), OWN);

        assertThat(decision)
                .isEqualTo(new Denied(
                        Control.RBAC_3,
                        "permissions",
                        Reason.PERMISSION,
                        "permissions: [" + name + "], which the policy does not name"));
    }

    @Test
    @Tag("RBAC-2")
    void joinsWhatSeveralRolesGive() {
        Caller caller = Callers.with("free", "org_admin");
        assertThat(access.permissions(caller)).isEqualTo(access.permissions(Set.of("org_admin")));
        assertThat(access.decide(caller, READ, OWN))
                .isEqualTo(new Granted(Control.RBAC_3, "roles.org_admin", "role org_admin"));
    }

    @Test
    @Tag("RBAC-2")
    void namesTheFirstRoleThatGivesItInThePolicysOrder() {
        List<String> order = new ArrayList<>(WORKBENCH.roles().keySet());
        for (int first = 0; first < order.size(); first++) {
            for (int second = first + 1; second < order.size(); second++) {
                Caller caller = Callers.with(order.get(second), order.get(first));
                assertThat(access.decide(caller, new Permission("prompts:read"), OWN))
                        .isEqualTo(
                                new Granted(Control.RBAC_3, "roles." + order.get(first), "role " + order.get(first)));
            }
        }
    }

    @Test
    @Tag("RBAC-2")
    void inheritsNothingByRank() {
        assertThat(access.permissions(Set.of("org_member"))).doesNotContain("billing:read", "users:invite");
        assertThat(access.withIncluded(Set.of("org_admin"))).containsExactly("org_admin");
    }

    @Test
    @Tag("RBAC-1")
    void givesWhatAnIncludedRoleGivesAtAnyDepth() {
        assertThat(tiers.permissions(Set.of("super-admin"))).containsExactly("mail:read", "mail:audit", "mail:own");
        assertThat(tiers.permissions(Set.of("admin"))).containsExactly("mail:read", "mail:audit");
        assertThat(tiers.permissions(Set.of("user"))).containsExactly("mail:read");
        assertThat(tiers.withIncluded(Set.of("admin"))).containsExactly("user", "admin");
    }

    @Test
    @Tag("RBAC-2")
    void endsWhereRolesIncludeEachOther() {
        AccessPolicy circle = AccessPolicy.of(Policies.unchecked(
                List.of("a:a", "b:b"),
                Map.of(
                        "one", Policies.role(Set.of("two", "none"), Set.of("a:a")),
                        "two", Policies.role(Set.of("one"), Set.of("b:b", "c:c"))),
                List.of()));
        assertThat(circle.permissions(Set.of("one"))).containsExactly("a:a", "b:b");
        assertThat(circle.withIncluded(Set.of("two"))).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    @Tag("RBAC-3")
    void readsAStarWithinANameAsNothingSpecial() {
        AccessPolicy star = AccessPolicy.of(Policies.unchecked(
                List.of("users:read", "users:write"),
                Map.of("one", Policies.role(Set.of(), Set.of("users:*", "*:read", "users:"))),
                List.of()));
        assertThat(star.permissions(Set.of("one"))).isEmpty();
    }

    @Test
    @Tag("RBAC-5")
    void deniesWhatBelongsToAnotherTenantWhateverTheRole() {
        assertThat(reason(access, Callers.with("super_admin"), READ, Optional.of(Callers.GLOBEX)))
                .isEqualTo(Reason.TENANT);
    }

    @Test
    @Tag("RBAC-5")
    void deniesWhatBelongsToNobody() {
        assertThat(reason(access, Callers.with("super_admin"), READ, Optional.empty()))
                .isEqualTo(Reason.TENANT);
    }

    @Test
    @Tag("RBAC-5")
    void deniesACallerWithoutATenantEvenWhatBelongsToNobody() {
        Caller nobodys = Callers.of(Optional.empty(), Set.of("super_admin"));
        assertThat(reason(access, nobodys, READ, Optional.empty())).isEqualTo(Reason.TENANT);
        assertThat(reason(access, nobodys, READ, Optional.of(Callers.ACME))).isEqualTo(Reason.TENANT);
    }

    @ParameterizedTest
    @Tag("RBAC-5")
    @ValueSource(strings = {"ACME", "acme ", " acme", "acm", "acme2", "açme", "*"})
    void takesNoTenantForAnother(String id) {
        assertThat(reason(access, Callers.with("super_admin"), READ, Optional.of(new Tenant(id))))
                .isEqualTo(Reason.TENANT);
    }

    @Test
    @Tag("RBAC-5")
    void saysTheSameOfOwnAndOthersToWhoeverLacksThePermission() {
        Caller free = Callers.with("free");
        assertThat(access.decide(free, READ, Resource.of("user", "1", Callers.ACME)))
                .isEqualTo(access.decide(free, READ, Resource.of("user", "1", Callers.GLOBEX)));
    }

    @Test
    @Tag("RBAC-6")
    void explainsWhichRolesWouldHaveGivenIt() {
        Decision decision = access.decide(Callers.with("user"), new Permission("billing:read"), OWN);
        assertThat(decision)
                .isEqualTo(new Denied(
                        Control.RBAC_3,
                        "roles",
                        Reason.PERMISSION,
                        "billing:read is given by super_admin, org_admin, enterprise"));
    }

    @Test
    @Tag("RBAC-6")
    void saysThatNoRoleGivesIt() {
        AccessPolicy nobody = AccessPolicy.of(
                Policies.unchecked(List.of("users:read"), Map.of("one", Policies.role(Set.of(), Set.of())), List.of()));
        assertThat(nobody.decide(Callers.with("one"), READ, OWN))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.remedy()).isEqualTo("no role gives users:read"));
    }

    @Test
    @Tag("RBAC-3")
    void makesNoAnswerTwice() {
        Caller admin = Callers.with("org_admin");
        assertThat(access.decide(admin, READ, OWN)).isSameAs(access.decide(admin, READ, OWN));
        Permission system = new Permission("system:admin");
        assertThat(access.decide(admin, system, OWN)).isSameAs(access.decide(admin, system, OWN));
        assertThat(access.decide(admin, READ, Resource.allOf("user", Callers.GLOBEX)))
                .isSameAs(access.decide(admin, READ, Resource.allOf("user", Callers.GLOBEX)));
    }

    @Test
    @Tag("RBAC-3")
    void deniesEverythingUnderAPolicyWithoutRoles() {
        AccessPolicy none = AccessPolicy.of(Policies.of("{}"));
        assertThat(reason(none, Callers.with("super_admin"), READ)).isEqualTo(Reason.PERMISSION);
    }

    private static Reason reason(AccessPolicy access, Caller caller, Permission permission) {
        return reason(access, caller, permission, Optional.of(Callers.ACME));
    }

    private static Reason reason(AccessPolicy access, Caller caller, Permission permission, Optional<Tenant> owner) {
        Decision decision = access.decide(caller, permission, new Resource("user", Optional.of("7"), owner));
        assertThat(decision).isInstanceOf(Denied.class);
        return ((Denied) decision).reason();
    }
}
