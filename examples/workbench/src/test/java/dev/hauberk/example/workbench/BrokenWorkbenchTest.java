package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.example.fixture.Changed;
import dev.hauberk.example.probe.Probes;
import dev.hauberk.policy.Cidr;
import dev.hauberk.policy.Failures;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.policy.TokenPolicy;
import dev.hauberk.testkit.AttackReport;
import dev.hauberk.testkit.Attacks;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of the workbench that are broken on purpose: the kit must notice each. */
@Tag("POSTURE-1")
class BrokenWorkbenchTest {
    private static final SecurityPolicy INTACT = Policies.withProbes();

    /**
     * One way to break it.
     *
     * @param what in words
     * @param control whose attacks must notice
     * @param policy what is done to the policy
     */
    record Break(String what, Control control, UnaryOperator<SecurityPolicy> policy) {
        @Override
        public String toString() {
            return control.id() + " " + what;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                new Break(
                        "any signed-in caller reads bills",
                        Control.RBAC_4,
                        policy -> route(policy, "/api/v2/billing", "permission", Set.of("prompts:read"))),
                new Break(
                        "a role holds one permission more",
                        Control.RBAC_3,
                        policy -> role(
                                policy,
                                "free",
                                "permissions",
                                Set.of("prompts:read", "workbench:basic", "prompts:write"))),
                new Break(
                        "managers give every role",
                        Control.RBAC_2,
                        policy -> role(policy, "org_manager", "gives", Set.of("*"))),
                new Break(
                        "six sessions are one too many",
                        Control.SESS_4,
                        policy -> Changed.in(policy, "sessions.perUser", 50)),
                new Break(
                        "sessions outlive their idle time",
                        Control.SESS_1,
                        policy -> Changed.in(policy, "sessions.idle", Duration.ofDays(365))),
                new Break(
                        "a new password ends nothing",
                        Control.SESS_2,
                        policy -> Changed.in(policy, "sessions.endOn", Set.of())),
                new Break(
                        "a downgrade ends nothing",
                        Control.SESS_3,
                        policy -> Changed.in(policy, "sessions.endOn", Set.of())),
                new Break(
                        "tokens travel in bodies",
                        Control.SESS_5,
                        policy -> Changed.in(policy, "tokens.in", TokenPolicy.Carrier.BODY)),
                new Break(
                        "every peer is a trusted proxy",
                        Control.HTTP_7,
                        policy -> Changed.in(policy, "proxies", List.of(Cidr.parse("127.0.0.0/8")))),
                new Break(
                        "an access token lives for a day",
                        Control.AUTHN_6,
                        policy -> Changed.in(policy, "tokens.access", Duration.ofDays(1))),
                new Break(
                        "nobody is locked out",
                        Control.AUTHN_4,
                        policy -> Changed.in(policy, "signIn.lockout.after", new Failures(1_000_000))),
                new Break(
                        "short passwords are taken",
                        Control.AUTHN_1,
                        policy -> Changed.in(policy, "passwords.minLength", 4)),
                new Break("other sites may post", Control.HTTP_6, policy -> mode(policy, Control.HTTP_6)),
                new Break(
                        "the public limit is doubled",
                        Control.RATE_5,
                        policy -> limit(policy, "public", "60 per 1m per address")),
                new Break("tools run without a budget", Control.RATE_6, policy -> mode(policy, Control.RATE_6)),
                new Break(
                        "nosniff is off",
                        Control.HTTP_1,
                        policy -> Changed.in(policy, "headers.contentTypeOptions", "sniff")),
                new Break(
                        "bodies have no shape",
                        Control.INPUT_1,
                        policy -> route(policy, "/api/v2/prompts", "body", Optional.of("any"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void theKitNotices(Break broken) {
        SecurityPolicy policy = broken.policy().apply(INTACT);
        try (RunningWorkbench limited = new RunningWorkbench(policy, Probes.class);
                RunningWorkbench free = new RunningWorkbench(Relaxed.policy(policy), Probes.class)) {
            Target target = limited.target(INTACT, Optional.of(free.target(INTACT, Optional.empty())));
            AttackReport report =
                    AttackReport.of(Attacks.on(target, broken.control().id()));
            assertThat(report.broken()).as("attacks that notice, of %s", report).isNotEmpty();
        }
    }

    private static SecurityPolicy route(SecurityPolicy policy, String path, String component, Object value) {
        List<RoutePolicy> routes = new ArrayList<>(policy.routes());
        routes.replaceAll(route -> route.path().equals(path) ? Changed.in(route, component, value) : route);
        return Changed.in(policy, "routes", routes);
    }

    private static SecurityPolicy role(SecurityPolicy policy, String name, String component, Object value) {
        Map<String, RolePolicy> roles = new LinkedHashMap<>(policy.roles());
        roles.computeIfPresent(name, (same, role) -> Changed.in(role, component, value));
        return Changed.in(policy, "roles", roles);
    }

    private static SecurityPolicy mode(SecurityPolicy policy, Control control) {
        Map<Control, Mode> modes = new LinkedHashMap<>(policy.modes());
        modes.put(control, Mode.DISABLED);
        return Changed.in(policy, "modes", modes);
    }

    private static SecurityPolicy limit(SecurityPolicy policy, String name, String limit) {
        Map<String, Limit> limits = new LinkedHashMap<>(policy.limits());
        limits.put(name, Limit.parse(limit));
        return Changed.in(policy, "limits", limits);
    }
}
