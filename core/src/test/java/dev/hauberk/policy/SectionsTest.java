package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-2")
class SectionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "api-keys",
                "providers",
                "webhooks",
                "access-changes",
                "reviews",
                "tenants",
                "csrf",
                "errors",
                "tls",
                "analytics",
                "retention",
                "erasure",
                "audit",
                "detection",
                "metrics",
                "health",
                "incidents",
                "attestations",
                "violations"
            })
    void refusesASectionThatALaterVersionKeeps(String section) {
        assertThat(Written.lines("baseline: strict\n" + section + ": {a: b}\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:2  " + section)
                .contains("a later version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "crypto|passwords: {cost: 12}",
                "crypto|tokens: {access: 15m}",
                "ratelimit|limits: {api: 1 per 1m per user}",
                "rbac|permissions: [users:read]",
                "rbac|roles: {a: {}}",
                "rbac|routes: []",
                "identity|sign-in: {path: /login}",
                "identity|factors: {by: totp}",
                "identity|sessions: {idle: 1d}",
                "servlet|origins: {remember: 1m}",
                "servlet|headers: {cacheable: /a}",
                "servlet|input: {max-depth: 8}",
                "servlet|responses: {strip: []}",
                "servlet|proxies: [10.0.0.0/8]",
                "servlet|contacts: {languages: de}",
            })
    void namesTheArtifactThatASectionNeeds(String room, String yaml) {
        assertThat(Written.problemsWithout(Set.of(room), yaml))
                .anySatisfy(problem -> assertThat(problem.toString())
                        .startsWith("hauberk.yml:1  ")
                        .contains("Add the artifact dev.hauberk:hauberk-" + room));
    }

    @Test
    void needsNoRoomForASectionThatIsNotWritten() {
        assertThat(Written.problemsWithout(
                        Set.of("crypto", "ratelimit", "rbac", "identity", "servlet"), "logs: {requests: true}"))
                .isEmpty();
    }

    @Test
    void findsTheRoomsOfTheClassPath() {
        assertThat(Sections.isRoomThere("crypto")).isTrue();
        assertThat(Sections.isRoomThere("cellar")).isFalse();
    }
}
