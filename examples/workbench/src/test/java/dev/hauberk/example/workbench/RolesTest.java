package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.AccessPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The workbench's own file against the tables that were written down apart from it. The kit's oracle reads the same file as the
 * application, so it would not notice a role that holds too much.
 */
class RolesTest {
    private static final Path TABLES =
            Path.of("..", "..", "rbac", "src", "test", "resources", "dev", "hauberk", "rbac");
    private static final Map<String, Integer> RANKS = Map.of(
            "super_admin", 100,
            "org_admin", 80,
            "org_manager", 60,
            "org_member", 40,
            "enterprise", 35,
            "pro", 30,
            "user", 20,
            "free", 10);

    private final SecurityPolicy policy = Policies.own();

    /** A cell: its row's first word, its column's, and what it says. */
    private record Cell(String row, String column, boolean allow) {}

    @Test
    @Tag("RBAC-3")
    void giveEachRoleWhatTheTableSays() throws IOException {
        AccessPolicy access = AccessPolicy.of(policy);
        List<Cell> cells = cells("who-may-what.csv");
        assertThat(cells).hasSize(240).filteredOn(Cell::allow).hasSize(101);
        assertThat(cells)
                .allSatisfy(cell -> assertThat(
                                access.permissions(Set.of(cell.column())).contains(cell.row()))
                        .as(cell.toString())
                        .isEqualTo(cell.allow()));
        assertThat(policy.permissions())
                .containsExactlyInAnyOrderElementsOf(
                        cells.stream().map(Cell::row).distinct().toList());
    }

    @Test
    @Tag("RBAC-2")
    void letEachRoleGiveWhatTheTableSays() throws IOException {
        List<Cell> cells = cells("who-gives-what.csv");
        assertThat(cells).hasSize(64).filteredOn(Cell::allow).hasSize(11);
        assertThat(cells).allSatisfy(cell -> {
            Set<String> given = policy.roles().get(cell.row()).gives();
            assertThat(given.contains("*") || given.contains(cell.column()))
                    .as(cell.toString())
                    .isEqualTo(cell.allow());
        });
    }

    @Test
    @Tag("SESS-3")
    void rankTheRolesAsTheDocumentDoes() {
        assertThat(policy.roles().keySet()).isEqualTo(RANKS.keySet());
        RANKS.forEach((role, rank) ->
                assertThat(policy.roles().get(role).rank()).as(role).isEqualTo(rank));
    }

    private static List<Cell> cells(String table) throws IOException {
        List<String[]> lines = Files.readAllLines(TABLES.resolve(table)).stream()
                .map(line -> line.split(",", -1))
                .toList();
        String[] head = lines.get(0);
        List<Cell> cells = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int i = 1; i < head.length; i++) {
                cells.add(new Cell(line[0], head[i], line[i].equals("allow")));
            }
        }
        return cells;
    }
}
