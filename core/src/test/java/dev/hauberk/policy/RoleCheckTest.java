package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RBAC-2")
class RoleCheckTest {
    private static final String ROLES =
            "baseline: calimatic\npermissions: [users:read, users:write]\nroles:\n  admin: {rank: 9, permissions: '*'}\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "  user: {includes: [admn]}|hauberk.yml:5  roles.user.includes [RBAC-2]|Did you mean admin?",
                "  user: {gives: [admn]}|hauberk.yml:5  roles.user.gives [RBAC-7]|Did you mean admin?",
                "  user: {permissions: [users:raed]}|hauberk.yml:5  roles.user.permissions [RBAC-3]|Did you mean users:read?",
                "  user: {permissions: [users:*]}|hauberk.yml:5  roles.user.permissions [RBAC-3]|Declare it",
                "  user: {permissions: [Users:read]}|hauberk.yml:5  roles.user.permissions [RBAC-3]|Did you mean users:read?",
                "  user: {includes: '*'}|hauberk.yml:5  roles.user.includes [RBAC-2]|Declare it",
                "  user: {includes: user}|hauberk.yml:5  roles.user.includes [RBAC-2]|do not include themselves",
                "  privileged: {}|hauberk.yml:5  roles.privileged [RBAC-2]|Choose another name",
                "  '*': {}|hauberk.yml:5  roles.* [RBAC-2]|Choose another name",
                "factors: {required-for: [admin, amdin]}|hauberk.yml:5  factors.required-for [AUTHN-5]|Did you mean admin?",
            })
    void refusesANameThatIsNotDeclared(String line, String place, String says) {
        assertThat(Written.lines(ROLES + (line.startsWith("factors") ? "" : "  ") + line + "\n"))
                .singleElement()
                .asString()
                .startsWith(place)
                .contains(says);
    }

    @Test
    void refusesRolesThatIncludeEachOtherInACircle() {
        assertThat(Written.lines(
                        "roles:\n  a: {includes: b}\n  b: {includes: c}\n  c: {includes: a}\n  d: {includes: a}\n"))
                .hasSize(3)
                .allMatch(line -> line.contains("do not include themselves"))
                .noneMatch(line -> line.contains("roles.d"));
    }

    @Test
    void takesARoleThatIsIncludedTwice() {
        assertThat(Written.lines("roles:\n  a: {includes: [b, c]}\n  b: {includes: d}\n  c: {includes: d}\n  d: {}\n"))
                .isEmpty();
    }

    @Test
    @Tag("RBAC-3")
    void refusesAPermissionThatIsNotFamilyAndAction() {
        assertThat(Written.lines("permissions:\n  - users:read\n  - Users:write\n  - users\n"))
                .hasSize(2)
                .allMatch(line -> line.contains("family:action"))
                .anyMatch(line -> line.startsWith("hauberk.yml:3  permissions.1 [RBAC-3]"));
    }

    @Test
    void takesADottedIWhereverTheMachineStands() {
        assertThat(Written.lines("permissions: [wiki:list]\nroles:\n  admin: {permissions: 'wiki:list'}\n  İ: {}\n"))
                .isEmpty();
    }

    @Test
    void refusesANameOfARoleThatLooksLikeAnother() {
        for (String name : new String[] {"admin\\u200b", "admin ", " admin", "ad\\u00admin"}) {
            assertThat(Written.lines("roles: {admin: {}, \"" + name + "\": {}}"))
                    .as(name)
                    .singleElement()
                    .asString()
                    .contains("a key that can be seen");
        }
    }
}
