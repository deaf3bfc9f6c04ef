package dev.hauberk.rbac.grant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.rbac.Policies;
import dev.hauberk.rbac.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SESS-3")
class DowngradeTest {
    private final RoleGrants grants = RoleGrants.of(Policies.workbench());

    /** From the document, as the policy's file is. */
    private static final Map<String, Integer> RANKS = Map.of(
            "super_admin",
            100,
            "org_admin",
            80,
            "org_manager",
            60,
            "org_member",
            40,
            "enterprise",
            35,
            "pro",
            30,
            "user",
            20,
            "free",
            10);

    private static final Map<String, Set<String>> PERMISSIONS = Table.read("who-may-what.csv").stream()
            .filter(Table.Cell::allow)
            .collect(Collectors.groupingBy(
                    Table.Cell::column, Collectors.mapping(Table.Cell::row, Collectors.toUnmodifiableSet())));

    @ParameterizedTest
    @CsvSource({
        "org_admin, user, true",
        "enterprise, org_member, true",
        "org_member, enterprise, true",
        "free, user, false",
        "user, pro, false",
        "pro, enterprise, false",
        "pro, org_member, false",
        "org_member, org_manager, false",
        "org_manager, org_admin, false",
        "enterprise, org_manager, true",
        "org_admin, super_admin, false",
    })
    void countsAFallInRankAndALossOfPermissions(String before, String after, boolean downgrade) {
        assertThat(grants.isDowngrade(Set.of(before), Set.of(after))).isEqualTo(downgrade);
    }

    @Test
    void countsEachOfThe64ChangesAsTheDocumentSays() {
        for (String before : RANKS.keySet()) {
            for (String after : RANKS.keySet()) {
                boolean falls = requireNonNull(RANKS.get(after)) < requireNonNull(RANKS.get(before));
                boolean loses = !requireNonNull(PERMISSIONS.get(after)).containsAll(PERMISSIONS.get(before));
                assertThat(grants.isDowngrade(Set.of(before), Set.of(after)))
                        .as("%s to %s", before, after)
                        .isEqualTo(falls || loses);
            }
        }
    }

    @Test
    void countsTheHighestOfSeveralRoles() {
        assertThat(grants.isDowngrade(Set.of("free", "org_admin"), Set.of("org_admin")))
                .isFalse();
        assertThat(grants.isDowngrade(Set.of("free", "org_admin"), Set.of("free")))
                .isTrue();
        assertThat(grants.isDowngrade(Set.of("org_member", "enterprise"), Set.of("org_member")))
                .isTrue();
    }

    @Test
    void countsTheLossOfEveryRoleButNotTheFirstOne() {
        assertThat(grants.isDowngrade(Set.of("free"), Set.of())).isTrue();
        assertThat(grants.isDowngrade(Set.of(), Set.of("free"))).isFalse();
        assertThat(grants.isDowngrade(Set.of(), Set.of())).isFalse();
    }

    @Test
    void countsARoleThatThePolicyDoesNotNameAsNone() {
        assertThat(grants.isDowngrade(Set.of("free"), Set.of("FREE"))).isTrue();
        assertThat(grants.isDowngrade(Set.of("FREE"), Set.of("free"))).isFalse();
    }

    @Test
    void countsTheSameWhereTheLanguageIsTurkish() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            RoleGrants turkish = RoleGrants.of(Policies.workbench());
            for (String role : List.copyOf(RANKS.keySet())) {
                assertThat(turkish.isDowngrade(Set.of(role), Set.of("free")))
                        .isEqualTo(grants.isDowngrade(Set.of(role), Set.of("free")));
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
