package dev.hauberk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.fake.FakeTarget;
import dev.hauberk.testkit.fake.Flaw;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that breaks its policy in one way fails the attacks of the control that it breaks. */
class FlawTest {
    /** Made once for all tests, by flaw and control. */
    private static final Map<String, Map<String, AttackReport>> REPORTS = new ConcurrentHashMap<>();

    static Stream<Arguments> flawsByControl() {
        return Arrays.stream(Flaw.values())
                .flatMap(flaw -> flaw.controls().stream().map(control -> Arguments.of(flaw, control)));
    }

    @ParameterizedTest(name = "{0} is found by the attacks on {1}")
    @MethodSource("flawsByControl")
    void findsAServerThatBreaksItsPolicy(Flaw flaw, String control) {
        List<String> broken = reports(flaw, control).values().stream()
                .flatMap(report -> report.broken().stream())
                .toList();
        assertThat(broken).isNotEmpty();
        assertThat(broken)
                .allSatisfy(message -> assertThat(message)
                        .startsWith(control + " ")
                        .contains(": " + control + " does not hold: ")
                        .contains("\n  expected: ")
                        .contains("\n  got:      "));
    }

    @Test
    void hasAServerThatEachAttackFinds() {
        Set<String> made = new TreeSet<>();
        Set<String> found = new TreeSet<>();
        for (Flaw flaw : Flaw.values()) {
            for (String control : flaw.controls()) {
                reports(flaw, control).forEach((attack, report) -> {
                    made.add(attack);
                    if (!report.broken().isEmpty()) {
                        found.add(attack);
                    }
                });
            }
        }
        assertThat(found).hasSizeGreaterThan(80).isEqualTo(made);
    }

    /** What came of each attack on a control, by the attack's name. */
    private static Map<String, AttackReport> reports(Flaw flaw, String control) {
        return REPORTS.computeIfAbsent(flaw + " " + control, key -> {
            Map<String, AttackReport> reports = new TreeMap<>();
            try (FakeTarget target = FakeTarget.byCookie(flaw)) {
                Attacks.on(target, control)
                        .flatMap(node -> ((DynamicContainer) node).getChildren())
                        .forEach(attack -> reports.put(attack.getDisplayName(), AttackReport.of(Stream.of(attack))));
            }
            return reports;
        });
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
