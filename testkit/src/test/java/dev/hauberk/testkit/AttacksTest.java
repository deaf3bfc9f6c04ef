package dev.hauberk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.fake.FakeTarget;
import dev.hauberk.testkit.fake.Flaw;
import dev.hauberk.testkit.http.Address;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.target.Target;
import dev.hauberk.testkit.target.User;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;

class AttacksTest {
    @Test
    void attacksEveryControlThatTheIssueNames() {
        assertThat(Attacks.attacked().stream().map(control -> control.id()))
                .contains(
                        "AUTHN-1", "AUTHN-2", "AUTHN-3", "AUTHN-4", "AUTHN-6", "AUTHN-7", "SESS-1", "SESS-2", "SESS-3",
                        "SESS-4", "SESS-5", "SESS-6", "RBAC-1", "RBAC-2", "RBAC-3", "RBAC-4", "RBAC-5", "HTTP-1",
                        "HTTP-2", "HTTP-3", "HTTP-4", "HTTP-6", "HTTP-7", "INPUT-1", "INPUT-3", "RATE-2", "RATE-3",
                        "RATE-4", "RATE-5", "PII-1", "INC-4");
    }

    @Test
    void namesContainersAndTestsAfterTheirControl() {
        try (FakeTarget target = FakeTarget.byCookie()) {
            List<DynamicNode> nodes = Attacks.on(target, "SESS-4").toList();
            assertThat(nodes)
                    .singleElement()
                    .satisfies(
                            node -> assertThat(node.getDisplayName()).startsWith("SESS-4 at most 5 active sessions"));
            assertThat(names(nodes))
                    .allMatch(name -> name.startsWith("SESS-4 "))
                    .hasSizeGreaterThan(3);
        }
    }

    @Test
    void sendsNothingBeforeATestRuns() {
        assertThat(Attacks.on(new Bare(Address.local(1), FakeTarget.byCookie().policy())))
                .hasSizeGreaterThan(20);
    }

    @Test
    void refusesAControlThatThereIsNot() {
        try (FakeTarget target = FakeTarget.byCookie()) {
            assertThatThrownBy(() -> Attacks.on(target, "SESS-99")).hasMessageContaining("SESS-99");
            assertThatThrownBy(() -> Attacks.on(target, "ATTEST-1")).hasMessageContaining("no attack on ATTEST-1");
        }
    }

    @Test
    void doesNotCountAControlThatThePolicyDoesNotEnforce() {
        try (FakeTarget target = FakeTarget.byCookie(Flaw.LIMIT_DOUBLED)) {
            AttackReport report =
                    AttackReport.of(Attacks.on(new Bare(target.address(), Relaxed.policy(target.policy())), "RATE-5"));
            assertThat(report.held()).isEmpty();
            assertThat(report.broken()).isEmpty();
            assertThat(report.notTried())
                    .isNotEmpty()
                    .allMatch(reason -> reason.endsWith(": not tried: the policy sets RATE-5 to SHADOW"));
        }
    }

    @Test
    void doesNotCountWhatATargetGivesNoHookFor() {
        try (FakeTarget target = FakeTarget.byCookie()) {
            AttackReport report = AttackReport.of(
                    Attacks.on(new Bare(target.address(), target.policy()), "RBAC-2", "PII-1", "RATE-4"));
            assertThat(report.held()).isEmpty();
            assertThat(report.broken()).isEmpty();
            assertThat(report.notTried())
                    .anyMatch(reason -> reason.endsWith(": not tried: the target names no route that changes roles"))
                    .anyMatch(reason -> reason.endsWith(": not tried: the target shows no log"));
        }
    }

    @Test
    void leavesNoAttackWithoutAWord() {
        try (FakeTarget target = FakeTarget.byCookie()) {
            Target bare = new Bare(target.address(), target.policy());
            List<DynamicNode> attacks = Attacks.on(bare)
                    .flatMap(control -> ((DynamicContainer) control).getChildren())
                    .filter(DynamicContainer.class::isInstance)
                    .map(DynamicNode.class::cast)
                    .toList();
            assertThat(attacks).hasSizeGreaterThan(20).allSatisfy(attack -> {
                AttackReport report = AttackReport.of(Stream.of(attack));
                assertThat(report.held().size()
                                + report.broken().size()
                                + report.notTried().size())
                        .as(attack.getDisplayName())
                        .isPositive();
            });
        }
    }

    @Test
    void tellsTheControlTheExpectationTheLineAndACommandThatRepeatsIt() {
        try (FakeTarget target = FakeTarget.byCookie(Flaw.IGNORES_ROLES)) {
            String name = "RBAC-4 GET /admin as guest: ";
            String message = AttackReport.of(Attacks.on(target, "RBAC-4")).broken().stream()
                    .filter(broken -> broken.startsWith(name))
                    .map(broken -> broken.substring(name.length()))
                    .findFirst()
                    .orElseThrow();
            assertThat(message)
                    .startsWith("RBAC-4 does not hold: every route checked before the request is processed")
                    .contains("expected: the answer is 403", "got:      200", "policy:   fake.yml:")
                    .contains("{path: /admin}")
                    .contains("repeat:   curl -i --path-as-is -X GET -H 'Cookie: ")
                    .endsWith("'" + target.relaxed().orElseThrow().address().origin() + "/admin'");
        }
    }

    private static List<String> names(List<DynamicNode> nodes) {
        List<String> names = new ArrayList<>();
        for (DynamicNode node : nodes) {
            names.add(node.getDisplayName());
            if (node instanceof DynamicContainer container) {
                container.getChildren().forEach(child -> names.addAll(names(List.of(child))));
            }
        }
        return names;
    }

    /** A target that gives no hook. */
    private record Bare(Address address, SecurityPolicy policy) implements Target {
        @Override
        public List<Route> routes() {
            return List.of();
        }

        @Override
        public User newUser(String role, String tenant) {
            return new User("x", "x@example.org", "x", role, tenant);
        }
    }
}
