package dev.hauberk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.fake.FakeTarget;
import dev.hauberk.testkit.fake.Flaw;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that breaks its policy in one way fails the attacks of the control that it breaks. */
class FlawTest {
    static Stream<Arguments> flawsByControl() {
        return Arrays.stream(Flaw.values())
                .flatMap(flaw -> flaw.controls().stream().map(control -> Arguments.of(flaw, control)));
    }

    @ParameterizedTest(name = "{0} is found by the attacks on {1}")
    @MethodSource("flawsByControl")
    void findsAServerThatBreaksItsPolicy(Flaw flaw, String control) {
        try (FakeTarget target = FakeTarget.byCookie(flaw)) {
            AttackReport report = AttackReport.of(Attacks.on(target, control));
            assertThat(report.broken()).isNotEmpty();
            assertThat(report.broken())
                    .allSatisfy(message -> assertThat(message)
                            .startsWith(control + " ")
                            .contains(": " + control + " does not hold: ")
                            .contains("\n  expected: ")
                            .contains("\n  got:      "));
        }
    }

    @ParameterizedTest(name = "{0} is found where tokens travel in bodies")
    @EnumSource(
            value = Flaw.class,
            names = {
                "REFRESHES_TWICE",
                "IGNORES_SIGNATURES",
                "NO_TENANT_CHECK_BY_ID",
                "LIMIT_DOUBLED",
                "SIGN_OUT_KEEPS_SESSIONS"
            })
    void findsAServerWhoseTokensTravelInBodies(Flaw flaw) {
        try (FakeTarget target = FakeTarget.byBody(flaw)) {
            assertThat(AttackReport.of(Attacks.on(target, flaw.controls().get(0)))
                            .broken())
                    .isNotEmpty();
        }
    }

    @Test
    void hasAServerThatBreaksEachControlThatItAttacks() {
        Set<String> attacked =
                Attacks.attacked().stream().map(control -> control.id()).collect(Collectors.toSet());
        Set<String> broken = Arrays.stream(Flaw.values())
                .flatMap(flaw -> flaw.controls().stream())
                .collect(Collectors.toSet());
        assertThat(broken).isEqualTo(attacked);
    }
}
