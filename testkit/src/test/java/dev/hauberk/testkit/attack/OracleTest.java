package dev.hauberk.testkit.attack;

import static dev.hauberk.testkit.attack.Oracle.Answer.FORBIDDEN;
import static dev.hauberk.testkit.attack.Oracle.Answer.GRANTED;
import static dev.hauberk.testkit.attack.Oracle.Answer.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RBAC-4")
class OracleTest {
    private static final String POLICY = """
            hauberk:
              limits: {all: 100 per 1m per user}
              permissions: ["a:read", "a:write", "b:read"]
              roles:
                top: {rank: 30, gives: "*", permissions: "*"}
                mid: {rank: 20, includes: [low], gives: [low], permissions: ["a:write"]}
                low: {rank: 10, permissions: ["a:read"]}
                odd: {rank: 25, permissions: ["b:read"]}
              routes:
                - {path: /open, method: GET, access: public}
                - {path: /a, method: GET, permission: "a:read"}
                - {path: /a, method: POST, permission: ["a:write", "b:read"], body: any}
                - {path: "/a/{id}", method: GET, roles: [mid, odd], permission: "b:read"}
                - {path: /admin/users, method: GET, access: signed-in}
                - {path: /admin/**, roles: [top], body: any}
            """;
    private final Oracle oracle = new Oracle(SecurityPolicy.parse(POLICY, "oracle.yml"));

    @ParameterizedTest
    @CsvSource({
        "top, GET, /a, GRANTED",
        "low, GET, /a, GRANTED",
        "mid, GET, /a, GRANTED",
        "odd, GET, /a, FORBIDDEN",
        "low, HEAD, /a, GRANTED",
        "low, head, /a, FORBIDDEN",
        "low, POST, /a, FORBIDDEN",
        "mid, POST, /a, GRANTED",
        "odd, POST, /a, GRANTED",
        "mid, GET, /a/1, FORBIDDEN",
        "odd, GET, /a/1, GRANTED",
        "top, GET, /a/1, FORBIDDEN",
        "odd, GET, /a/, FORBIDDEN",
        "odd, GET, /a/1/2, FORBIDDEN",
        "low, GET, /admin/users, GRANTED",
        "low, GET, /admin/other, FORBIDDEN",
        "top, DELETE, /admin, GRANTED",
        "top, GET, /administrator, FORBIDDEN",
        "top, GET, /nowhere, FORBIDDEN",
        "top, GET, /A, FORBIDDEN",
        "nobody, GET, /a, FORBIDDEN",
    })
    void decidesAsThePolicySays(String role, String method, String path, Oracle.Answer answer) {
        assertThat(oracle.decide(Optional.of(role), method, path)).isEqualTo(answer);
    }

    @Test
    void letsNobodyThroughWhereARuleIsNotPublic() {
        assertThat(oracle.decide(Optional.empty(), "GET", "/open")).isEqualTo(GRANTED);
        assertThat(oracle.decide(Optional.empty(), "POST", "/open")).isEqualTo(UNKNOWN);
        assertThat(oracle.decide(Optional.empty(), "GET", "/admin/users")).isEqualTo(UNKNOWN);
        assertThat(oracle.decide(Optional.empty(), "GET", "/nowhere")).isEqualTo(UNKNOWN);
        assertThat(oracle.decide(Optional.of("low"), "GET", "/nowhere")).isEqualTo(FORBIDDEN);
    }

    @Test
    @Tag("RBAC-3")
    void gathersThePermissionsOfIncludedRoles() {
        assertThat(oracle.permissions("mid")).containsExactly("a:read", "a:write");
        assertThat(oracle.permissions("top")).containsExactly("a:read", "a:write", "b:read");
        assertThat(oracle.permissions("nobody")).isEmpty();
    }

    @Test
    @Tag("RBAC-2")
    void knowsWhoGivesWhat() {
        assertThat(oracle.gives("top", "odd")).isTrue();
        assertThat(oracle.gives("mid", "low")).isTrue();
        assertThat(oracle.gives("mid", "mid")).isFalse();
        assertThat(oracle.gives("nobody", "low")).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void callsAChangeADowngradeWhereTheRankFallsOrAPermissionIsLost() {
        assertThat(oracle.isDowngrade("mid", "low")).isTrue();
        assertThat(oracle.isDowngrade("mid", "odd"))
                .as("rises and loses permissions")
                .isTrue();
        assertThat(oracle.isDowngrade("odd", "mid")).as("falls in rank").isTrue();
        assertThat(oracle.isDowngrade("low", "mid")).isFalse();
        assertThat(oracle.isDowngrade("odd", "top")).isFalse();
    }
}
