package dev.hauberk.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Decision;
import dev.hauberk.Permission;
import dev.hauberk.Reason;
import dev.hauberk.Resource;
import dev.hauberk.policy.SecurityPolicy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every one of the 240 cells of the workbench's table, against a policy that was written apart from it. */
@Tag("RBAC-3")
class WorkbenchRolesTest {
    private static final List<Table.Cell> CELLS = Table.read("who-may-what.csv");
    private static final SecurityPolicy WORKBENCH = Policies.workbench();

    private final AccessPolicy access = AccessPolicy.of(WORKBENCH);

    static Stream<Table.Cell> cells() {
        return CELLS.stream();
    }

    @Test
    void knowsATableOf240CellsOfWhich101Allow() {
        assertThat(CELLS).hasSize(240);
        assertThat(CELLS).filteredOn(Table.Cell::allow).hasSize(101);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void decidesAsTheTableSays(Table.Cell cell) {
        Decision decision = decide(access, cell);

        assertThat(decision.isGranted()).isEqualTo(cell.allow());
        if (decision instanceof Decision.Denied denied) {
            assertThat(denied.reason()).isEqualTo(Reason.PERMISSION);
            assertThat(denied.remedy()).contains("super_admin").doesNotContain(cell.column() + ",");
        } else {
            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.Granted.class,
                            granted -> assertThat(granted.by()).isEqualTo("role " + cell.column()));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void listsThePermissionsThatTheTableAllows(Table.Cell cell) {
        assertThat(access.permissions(Set.of(cell.column())).contains(cell.row()))
                .isEqualTo(cell.allow());
    }

    @Test
    void decidesTheSameWhereTheLanguageIsTurkish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            AccessPolicy turkish = AccessPolicy.of(Policies.workbench());
            assertThat(CELLS)
                    .allSatisfy(cell ->
                            assertThat(decide(turkish, cell).isGranted()).isEqualTo(cell.allow()));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Decision decide(AccessPolicy access, Table.Cell cell) {
        return access.decide(
                Callers.with(cell.column()), new Permission(cell.row()), Resource.allOf("thing", Callers.ACME));
    }
}
