package dev.hauberk.rbac.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Decision.Denied;
import dev.hauberk.Decision.Granted;
import dev.hauberk.Reason;
import dev.hauberk.Tenant;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.Callers;
import dev.hauberk.rbac.Policies;
import dev.hauberk.rbac.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-2")
class RoleGrantsTest {
    private static final String OTHER = "u2";
    private static final List<Table.Cell> CELLS = Table.read("who-gives-what.csv");
    private static final SecurityPolicy WORKBENCH = Policies.workbench();

    private final RoleGrants grants = RoleGrants.of(WORKBENCH);

    static Stream<Table.Cell> cells() {
        return CELLS.stream();
    }

    @Test
    void knowsATableOf64CellsOfWhich11Allow() {
        assertThat(CELLS).hasSize(64);
        assertThat(CELLS).filteredOn(Table.Cell::allow).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void givesTakesAndKeepsAsTheTableSays(Table.Cell cell) {
        Caller giver = Callers.with(cell.row());
        Set<String> role = Set.of(cell.column());
        assertThat(decide(giver, Set.of(), role).isGranted()).isEqualTo(cell.allow());
        assertThat(decide(giver, role, Set.of()).isGranted()).isEqualTo(cell.allow());
        assertThat(decide(giver, role, role).isGranted()).isEqualTo(cell.allow());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void refusesEveryRoleAcrossTenants(Table.Cell cell) {
        Decision decision =
                grants.decide(Callers.with(cell.row()), OTHER, Callers.GLOBEX, Set.of(), Set.of(cell.column()));
        assertThat(decision)
                .isEqualTo(new Denied(Control.RBAC_5, "roles", Reason.TENANT, "a caller of the user's own tenant"));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void refusesEveryRoleToOneself(Table.Cell cell) {
        Set<String> own = Set.of(cell.row());
        Caller caller = Callers.with(cell.row());
        assertThat(reason(grants.decide(caller, "u1", Callers.ACME, own, Set.of(cell.column()))))
                .isEqualTo(Reason.GRANT);
    }

    @Test
    void refusesWhoeverIsNotSignedIn() {
        assertThat(reason(decide(Callers.anonymous(), Set.of(), Set.of("free"))))
                .isEqualTo(Reason.ANONYMOUS);
    }

    @Test
    void refusesACallerWithoutATenant() {
        Caller nobodys = Callers.of(Optional.empty(), Set.of("super_admin"));
        assertThat(reason(decide(nobodys, Set.of(), Set.of("free")))).isEqualTo(Reason.TENANT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACME", "acme ", "acm"})
    void takesNoTenantForAnother(String tenant) {
        Decision decision =
                grants.decide(Callers.with("super_admin"), OTHER, new Tenant(tenant), Set.of(), Set.of("free"));
        assertThat(reason(decision)).isEqualTo(Reason.TENANT);
    }

    @Test
    void refusesAChangeOfWhichOneRoleIsNotTheCallersToGive() {
        Caller admin = Callers.with("org_admin");
        assertThat(decide(admin, Set.of("org_member"), Set.of("org_manager")).isGranted())
                .isTrue();
        assertThat(decide(admin, Set.of("org_member"), Set.of("org_admin")).isGranted())
                .isFalse();
        assertThat(decide(admin, Set.of("org_admin"), Set.of("org_member")).isGranted())
                .isFalse();
        assertThat(decide(admin, Set.of("org_member"), Set.of("org_member", "billing"))
                        .isGranted())
                .isFalse();
    }

    @Test
    void refusesToTouchWhoeverHoldsMoreEvenWhereThatIsKept() {
        Decision decision = decide(Callers.with("org_manager"), Set.of("org_admin"), Set.of("org_admin", "org_member"));
        assertThat(decision)
                .isEqualTo(new Denied(
                        Control.RBAC_2, "roles", Reason.GRANT, "gives: [org_admin] on one of the caller's roles"));
    }

    @Test
    void refusesARoleThatThePolicyDoesNotNameToEverybodyAndDoesNotRepeatIt() {
        Decision decision = decide(Callers.with("super_admin"), Set.of(), Set.of("SUPER_ADMIN"));
        assertThat(decision)
                .isEqualTo(new Denied(Control.RBAC_2, "roles", Reason.GRANT, "roles that the policy names"));
    }

    @Test
    void letsWhoeverGivesEveryRoleTakeOneThatThePolicyNoLongerNames() {
        Set<String> stale = Set.of("org_owner");
        assertThat(decide(Callers.with("super_admin"), stale, Set.of("free")).isGranted())
                .isTrue();
        assertThat(decide(Callers.with("org_admin"), stale, Set.of("org_member"))
                        .isGranted())
                .isFalse();
    }

    @Test
    void leavesAUserWithoutRolesToWhoeverGivesEveryRole() {
        assertThat(decide(Callers.with("super_admin"), Set.of(), Set.of()).isGranted())
                .isTrue();
        for (String role : List.of("org_admin", "org_manager", "org_member", "enterprise", "pro", "user", "free")) {
            assertThat(decide(Callers.with(role), Set.of(), Set.of()).isGranted())
                    .as(role)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPER_ADMIN", "super_admin ", "*", ""})
    void letsARoleThatThePolicyDoesNotNameGiveNothing(String role) {
        assertThat(decide(Callers.with(role), Set.of(), Set.of("free")).isGranted())
                .isFalse();
        assertThat(decide(Callers.with(role), Set.of(), Set.of()).isGranted()).isFalse();
    }

    @Test
    void joinsWhatSeveralRolesOfTheCallerGive() {
        assertThat(decide(Callers.with("free", "org_admin"), Set.of(), Set.of("org_manager")))
                .isEqualTo(new Granted(Control.RBAC_2, "roles.org_admin.gives", "role org_admin"));
    }

    @Test
    void namesTheFirstRoleThatGivesAll() {
        Granted byAdmin = new Granted(Control.RBAC_2, "roles.org_admin.gives", "role org_admin");
        assertThat(decide(Callers.with("org_manager", "org_admin"), Set.of(), Set.of("org_member")))
                .isEqualTo(byAdmin);
        assertThat(decide(Callers.with("org_manager", "org_admin"), Set.of("org_member"), Set.of("org_manager")))
                .isEqualTo(byAdmin);
    }

    @Test
    void namesEveryRoleWhereNoneGivesAll() {
        RoleGrants halves = RoleGrants.of(Policies.of("""
                roles:
                  a: {gives: [x]}
                  b: {gives: [y]}
                  x: {}
                  y: {}
                """));
        assertThat(halves.decide(Callers.with("b", "a"), OTHER, Callers.ACME, Set.of("x"), Set.of("y")))
                .isEqualTo(new Granted(Control.RBAC_2, "roles", "roles a, b"));
    }

    @Test
    void passesNothingToGiveOnByIncluding() {
        RoleGrants tiers = RoleGrants.of(Policies.of("""
                roles:
                  user: {rank: 1}
                  admin: {rank: 2, gives: [user]}
                  super: {rank: 3, includes: [admin]}
                """));
        assertThat(tiers.decide(Callers.with("admin"), OTHER, Callers.ACME, Set.of(), Set.of("user"))
                        .isGranted())
                .isTrue();
        assertThat(tiers.decide(Callers.with("super"), OTHER, Callers.ACME, Set.of(), Set.of("user"))
                        .isGranted())
                .isFalse();
    }

    private Decision decide(Caller caller, Set<String> before, Set<String> after) {
        return grants.decide(caller, OTHER, Callers.ACME, before, after);
    }

    private static Reason reason(Decision decision) {
        assertThat(decision).isInstanceOf(Denied.class);
        return ((Denied) decision).reason();
    }
}
