package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("POSTURE-2")
class SectionOfApplicationYamlTest {
    private static final String APPLICATION = """
            spring:
              main: &main {a: [1, {b: 2}]}
              other: *main
            ? [complex, key]
            : !tag value
            hauberk:
              roles: {super_admin: {rank: 100}}
            server:
              port: 8080
            ---
            spring.config.activate.on-profile: prod
            """;

    @Test
    void readsOwnSectionAndPassesOverTheRest() {
        PolicySource source =
                PolicySource.section(APPLICATION, "application.yml").orElseThrow();

        assertThat(source.policy(Written.TODAY).roles()).containsOnlyKeys("super_admin");
    }

    @Test
    void namesTheLineInTheWholeFile() {
        PolicySource source = PolicySource.section(APPLICATION.replace("rank: 100", "rnak: 100"), "application.yml")
                .orElseThrow();

        assertThat(Written.problems(source))
                .singleElement()
                .asString()
                .startsWith("application.yml:7  roles.super_admin.rnak");
    }

    @Test
    void findsNoneWhereThereIsNone() {
        assertThat(PolicySource.section("server: {port: 8080}", "application.yml"))
                .isEmpty();
        assertThat(PolicySource.section("", "application.yml")).isEmpty();
    }

    @Test
    void refusesASectionThatAProfileCouldSwitch() {
        String yaml = APPLICATION + "hauberk: {baseline: engify}\n";

        assertThat(Written.problems(
                        PolicySource.section(yaml, "application.yml").orElseThrow()))
                .singleElement()
                .asString()
                .startsWith("application.yml:12")
                .contains("first document");
    }

    @Test
    void refusesAKeyThatIsWrittenFlat() {
        PolicySource source = PolicySource.section("hauberk.sessions.idle: 90d\n", "application.yml")
                .orElseThrow();

        assertThat(Written.problems(source))
                .singleElement()
                .asString()
                .startsWith("application.yml:1")
                .contains("nested");
    }

    @Test
    void refusesAPlaceholderThatNobodyFills() {
        PolicySource source = PolicySource.section("hauberk: {tokens: {issuer: '${ISSUER}'}}\n", "application.yml")
                .orElseThrow();

        assertThat(Written.problems(source))
                .singleElement()
                .asString()
                .contains("tokens.issuer")
                .contains("placeholder");
    }
}
