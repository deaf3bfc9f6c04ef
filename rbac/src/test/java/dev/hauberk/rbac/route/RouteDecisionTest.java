package dev.hauberk.rbac.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Reason;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.Callers;
import dev.hauberk.rbac.Policies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RouteDecisionTest {
    private static final String POLICY = """
            permissions: ["mail:read", "mail:audit", "mail:nobody"]
            roles:
              user: {permissions: ["mail:read"]}
              admin: {includes: [user], permissions: ["mail:audit"]}
              owner: {includes: [admin]}
            factors: {required-for: [privileged, admin]}
            routes:
              - {path: /public, access: public}
              - {path: /me, access: signed-in}
              - {path: /all, access: signed-in, tenants: all}
              - {path: /admin, roles: [admin]}
              - {path: /read, permission: "mail:read"}
              - {path: /either, permission: ["mail:audit", "mail:nobody"]}
              - {path: /both, roles: [user], permission: "mail:audit"}
              - {path: /nobody, permission: "mail:nobody"}
            """;

    private final Routes routes = Routes.of(Policies.of(POLICY));
    private static final Caller USER = Callers.with("user");
    private static final Caller ADMIN = shown("admin");

    @Test
    @Tag("RBAC-4")
    void deniesWhatNoRuleCovers() {
        assertThat(decide(ADMIN, "/elsewhere"))
                .isEqualTo(new Denied(
                        Control.RBAC_4,
                        "routes",
                        Reason.NO_RULE,
                        "routes: [{path: <the path>, method: <the method>, access: signed-in}]"));
    }

    @Test
    @Tag("RBAC-4")
    void deniesARuleOfAnotherPolicy() {
        Optional<RoutePolicy> foreign = Routes.of(Policies.of(POLICY)).match("GET", "/public");
        assertThat(reason(routes.decide(ADMIN, foreign))).isEqualTo(Reason.NO_RULE);
    }

    @Test
    @Tag("RBAC-4")
    void grantsWhatIsPublicToAnybody() {
        Granted expected = new Granted(Control.RBAC_4, "test.yml:8", "public");
        assertThat(decide(Callers.anonymous(), "/public")).isEqualTo(expected);
        assertThat(decide(Callers.with("admin"), "/public")).isEqualTo(expected);
        assertThat(decide(Callers.of(Optional.empty(), Set.of()), "/public")).isEqualTo(expected);
    }

    @Test
    @Tag("RBAC-4")
    void deniesTheAnonymousEverythingElseAndSaysTheLineThatWouldPermitIt() {
        for (String path : List.of("/me", "/all", "/admin", "/read", "/either", "/both", "/nobody")) {
            Decision decision = decide(Callers.anonymous(), path);
            assertThat(reason(decision)).as(path).isEqualTo(Reason.ANONYMOUS);
            assertThat(((Denied) decision).remedy()).isEqualTo("sign in; or {path: " + path + ", access: public}");
        }
    }

    @Test
    @Tag("RBAC-4")
    void grantsASignedInCallerWhatAsksForNoMore() {
        assertThat(decide(USER, "/me")).isEqualTo(new Granted(Control.RBAC_4, "test.yml:9", "signed in"));
        assertThat(decide(Callers.with(), "/me").isGranted()).isTrue();
    }

    @Test
    @Tag("RBAC-4")
    void deniesWhoeverHasNoneOfTheRoles() {
        assertThat(decide(USER, "/admin"))
                .isEqualTo(
                        new Denied(Control.RBAC_4, "test.yml:11", Reason.ROLE, "{path: /admin, roles: [admin, ...]}"));
        assertThat(decide(Callers.with("Admin"), "/admin").isGranted()).isFalse();
    }

    @Test
    @Tag("RBAC-4")
    void takesARoleForEachThatItIncludes() {
        assertThat(decide(ADMIN, "/admin")).isEqualTo(new Granted(Control.RBAC_4, "test.yml:11", "role admin"));
        assertThat(decide(shown("owner"), "/admin"))
                .isEqualTo(new Granted(Control.RBAC_4, "test.yml:11", "role owner"));
    }

    @Test
    @Tag("RBAC-3")
    void grantsByAnyOfThePermissionsAndNamesTheRoleThatGaveIt() {
        assertThat(decide(USER, "/read")).isEqualTo(new Granted(Control.RBAC_4, "test.yml:12", "role user"));
        assertThat(decide(ADMIN, "/either").isGranted()).isTrue();
        assertThat(decide(USER, "/either"))
                .isEqualTo(
                        new Denied(
                                Control.RBAC_4,
                                "test.yml:13",
                                Reason.PERMISSION,
                                "permissions: [mail:audit, mail:nobody, ...] in one of the caller's roles; now in admin, owner"));
    }

    @Test
    @Tag("RBAC-4")
    void asksForEveryConditionOfARule() {
        assertThat(reason(decide(USER, "/both"))).isEqualTo(Reason.PERMISSION);
        assertThat(decide(ADMIN, "/both").isGranted()).isTrue();
        assertThat(reason(decide(Callers.with(), "/both"))).isEqualTo(Reason.ROLE);
    }

    @Test
    @Tag("RBAC-4")
    void deniesEverybodyAPermissionThatNoRoleGives() {
        assertThat(decide(shown("owner"), "/nobody"))
                .isInstanceOfSatisfying(
                        Denied.class, denied -> assertThat(denied.remedy()).endsWith("no role has one"));
    }

    @Test
    @Tag("RBAC-4")
    void deniesByARuleThatSaysNothing() {
        RoutePolicy silent = Rules.rule("/silent", Set.of());
        Routes routes = Routes.of(Policies.unchecked(List.of(), Map.of(), List.of(silent)));
        assertThat(reason(routes.decide(ADMIN, routes.match("GET", "/silent")))).isEqualTo(Reason.NO_RULE);
        assertThat(reason(routes.decide(Callers.anonymous(), routes.match("GET", "/silent"))))
                .isEqualTo(Reason.NO_RULE);
    }

    @Test
    @Tag("RBAC-5")
    void deniesACallerWithoutATenantUnlessTheRuleIsForAllTenants() {
        Caller nobodys = Callers.of(Optional.empty(), Set.of("user"));
        assertThat(decide(nobodys, "/me"))
                .isEqualTo(new Denied(
                        Control.RBAC_5,
                        "test.yml:9",
                        Reason.TENANT,
                        "a tenant of the caller; or {path: /me, tenants: all}"));
        assertThat(decide(nobodys, "/read").isGranted()).isFalse();
        assertThat(decide(nobodys, "/all").isGranted()).isTrue();
    }

    @Test
    @Tag("AUTHN-5")
    void deniesEverythingThatIsNotPublicToARoleThatHasShownNoFactor() {
        Caller half = Callers.with("admin");
        for (String path : List.of("/me", "/all", "/admin", "/read", "/either", "/both", "/nobody")) {
            assertThat(reason(decide(half, path))).as(path).isEqualTo(Reason.FACTOR);
        }
        assertThat(((Denied) decide(half, "/me")).control()).isEqualTo(Control.AUTHN_5);
    }

    @Test
    @Tag("AUTHN-5")
    void asksARoleThatIncludesOneWhichMustShowAFactorToo() {
        assertThat(reason(decide(Callers.with("owner"), "/me"))).isEqualTo(Reason.FACTOR);
        assertThat(reason(decide(Callers.with("user", "admin"), "/me"))).isEqualTo(Reason.FACTOR);
        assertThat(decide(Callers.with("user"), "/me").isGranted()).isTrue();
    }

    @Test
    @Tag("AUTHN-5")
    void countsOnlyTheFactorsThatThePolicyNames() {
        Routes totp = Routes.of(Policies.of(POLICY.replace("admin]}\nroutes", "admin], by: [totp]}\nroutes")));
        Optional<RoutePolicy> me = totp.match("GET", "/me");
        assertThat(reason(totp.decide(admin("password", "sms"), me))).isEqualTo(Reason.FACTOR);
        assertThat(reason(totp.decide(admin("TOTP"), me))).isEqualTo(Reason.FACTOR);
        assertThat(totp.decide(admin("password", "totp"), me).isGranted()).isTrue();
    }

    @Test
    @Tag("AUTHN-5")
    void asksEveryPrivilegedRoleUnlessThePolicyNamesOthers() {
        Routes routes = Routes.of(Policies.of("""
                permissions: ["a:a"]
                roles:
                  root: {permissions: "*"}
                  chief: {privileged: true}
                  user: {permissions: ["a:a"]}
                routes: [{path: /me, access: signed-in}]
                """));
        Optional<RoutePolicy> me = routes.match("GET", "/me");
        assertThat(reason(routes.decide(Callers.with("root"), me))).isEqualTo(Reason.FACTOR);
        assertThat(reason(routes.decide(Callers.with("chief"), me))).isEqualTo(Reason.FACTOR);
        assertThat(routes.decide(Callers.with("user"), me).isGranted()).isTrue();
    }

    private Decision decide(Caller caller, String path) {
        return routes.decide(caller, routes.match("GET", path));
    }

    private static Caller shown(String role) {
        return Callers.of(Optional.of(Callers.ACME), Set.of(role), "password", "totp");
    }

    private static Caller admin(String... factors) {
        return Callers.of(Optional.of(Callers.ACME), Set.of("admin"), factors);
    }

    private static Reason reason(Decision decision) {
        assertThat(decision).isInstanceOf(Denied.class);
        return ((Denied) decision).reason();
    }
}
