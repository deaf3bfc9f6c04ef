package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POSTURE-2")
class TenMistakesTest {
    private static final String TEN = """
            hauberk:
              passwords: {min-lenght: 8}
              sign-in:
                attempts: five a day
              tokens: {audience: 3q2-7wAAQyc8L0pXx9Zk1vT5uB6nM4aE}
              sessions: {per-user: 6}
              permissions: [users:read]
              roles:
                admin: {permissions: [users:raed]}
              routes:
                - {path: /api/**, method: POST, access: signed-in, limit: api}
                - {path: /api/users, method: POST, access: signed-in, limit: api, body: none}
              limits: {api: 100 per 1m}
              origins: {allow: "*"}
              reviews: {ai: 1}
            """;

    @Test
    void givesALineForEachOfTenMistakesWithItsPlaceAndItsRemedy() {
        List<String> lines = Written.lines(TEN);

        assertThat(lines)
                .hasSize(10)
                .allMatch(line -> line.matches("hauberk\\.yml:\\d+  \\S+.*  asked: .+; set: .+\\. \\S.+"));
        assertThat(lines.get(0))
                .startsWith("hauberk.yml:2  passwords.min-lenght")
                .contains("Did you mean min-length?");
        assertThat(lines.get(1))
                .startsWith("hauberk.yml:4  sign-in.attempts [AUTHN-3]")
                .contains("set: five a day")
                .contains("attempts: 5 per 15m");
        assertThat(lines.get(2))
                .startsWith("hauberk.yml:5  tokens.audience [DATA-3]")
                .contains("HAUBERK_KEYS");
        assertThat(lines.get(3))
                .startsWith("hauberk.yml:6  sessions.per-user [SESS-4]")
                .contains("asked: 5 (baseline strict); set: 6.")
                .contains("accept SESS-4");
        assertThat(lines.get(4))
                .startsWith("hauberk.yml:9  roles.admin.permissions [RBAC-3]")
                .contains("Did you mean users:read?");
        assertThat(lines.get(5)).startsWith("hauberk.yml:11  routes.body [INPUT-1]");
        assertThat(lines.get(6))
                .startsWith("hauberk.yml:12  routes.path [RBAC-4]")
                .contains("hauberk.yml:11 covers");
        assertThat(lines.get(7)).startsWith("hauberk.yml:13  limits.api [RATE-2]");
        assertThat(lines.get(8)).startsWith("hauberk.yml:14  origins.allow [HTTP-6]");
        assertThat(lines.get(9)).startsWith("hauberk.yml:15  reviews").contains("a later version");
    }

    @Test
    void saysInItsMessageHowManyThereAreAndEachOfThem() {
        assertThatThrownBy(() -> Written.policy(TEN))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("10 problem(s)")
                .hasMessageContaining("hauberk.yml:15  reviews");
    }

    @Test
    void printsNoSecret() {
        assertThat(String.join("\n", Written.lines(TEN))).doesNotContain("3q2-7wAAQyc8");
    }
}
