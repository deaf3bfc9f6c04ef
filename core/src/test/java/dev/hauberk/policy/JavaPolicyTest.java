package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-2")
class JavaPolicyTest {
    private static final String YAML = """
            hauberk:
              baseline: engify
              modes: {AUTHN-5: shadow}
              accept:
                - {control: AUTHN-5, why: later, by: the maintainers, until: 2027-01-31}
              sessions: {idle: 1d12h, per-user: 3, when-full: refuse}
              permissions: [users:read]
              roles:
                super_admin: {rank: 100, gives: "*", permissions: "*"}
              limits: {api: 60 per 1m per user}
              routes:
                - {path: /api/**, permission: "users:read", limit: api, body: any}
            """;

    private static final Map<String, Object> JAVA = Map.of(
            "baseline", "engify",
            "modes", Map.of(Control.AUTHN_5, Mode.SHADOW),
            "accept",
                    List.of(Map.of(
                            "control",
                            Control.AUTHN_5,
                            "why",
                            "later",
                            "by",
                            "the maintainers",
                            "until",
                            LocalDate.of(2027, 1, 31))),
            "sessions", Map.of("idle", Duration.ofHours(36), "per-user", 3, "when-full", SessionPolicy.WhenFull.REFUSE),
            "permissions", List.of("users:read"),
            "roles", Map.of("super_admin", Map.of("rank", 100, "gives", "*", "permissions", "*")),
            "limits", Map.of("api", new Limit(new Rate(60, Duration.ofMinutes(1)), Limit.Scope.USER)),
            "routes", List.of(Map.of("path", "/api/**", "permission", "users:read", "limit", "api", "body", "any")));

    @Test
    void readsTheSamePolicyFromYamlFromASectionAndFromJava() {
        SecurityPolicy yaml = Written.policy(YAML);

        assertThat(PolicySource.of(JAVA).policy(Written.TODAY)).isEqualTo(yaml);
        assertThat(PolicySource.section("server: {port: 1}\n" + YAML, "application.yml")
                        .orElseThrow()
                        .policy(Written.TODAY))
                .isEqualTo(yaml);
    }

    @Test
    void saysThatAProblemIsInJava() {
        assertThat(Written.problems(PolicySource.of(Map.of("sessions", Map.of("per-user", 7)))))
                .singleElement()
                .asString()
                .startsWith("Java  sessions.per-user [SESS-4]");
    }

    @Test
    void refusesNullAndNamesItsPath() {
        Map<String, Object> sessions = new HashMap<>();
        sessions.put("idle", null);

        assertThat(Written.problems(PolicySource.of(Map.of("sessions", sessions))))
                .singleElement()
                .asString()
                .startsWith("Java  sessions.idle")
                .contains("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"workbench", "mail"})
    void readsThePoliciesOfTheExamples(String example) {
        Path file = Root.of("examples", example, "src", "main", "resources", "hauberk.yml");

        assertThat(PolicySource.file(file).policy(Written.TODAY).routes()).isNotEmpty();
    }
}
