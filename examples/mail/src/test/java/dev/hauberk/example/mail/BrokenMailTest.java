package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Tenant;
import dev.hauberk.example.fixture.Changed;
import dev.hauberk.policy.Cidr;
import dev.hauberk.policy.Limit;
import dev.hauberk.policy.Rate;
import dev.hauberk.policy.RolePolicy;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.AttackReport;
import dev.hauberk.testkit.Attacks;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of the mail platform that are broken on purpose: the kit must notice each. */
@Tag("POSTURE-1")
class BrokenMailTest {
    private static final SecurityPolicy INTACT = RunningMail.policy();

    /**
     * One way to break it.
     *
     * @param what in words
     * @param control whose attacks must notice
     * @param policy what is done to the policy
     * @param messages what is done to the messages
     */
    record Break(
            String what, Control control, UnaryOperator<SecurityPolicy> policy, Function<Messages, Messages> messages) {
        Break(String what, Control control, UnaryOperator<SecurityPolicy> policy) {
            this(what, control, policy, Function.identity());
        }

        @Override
        public String toString() {
            return control.id() + " " + what;
        }
    }

    static Stream<Break> breaks() {
        return Stream.of(
                new Break(
                        "the administrators' rule is open",
                        Control.RBAC_4,
                        route("/api/admin/users", "permission", Set.of("messages:read"))),
                new Break(
                        "the platform's rule is public",
                        Control.RBAC_4,
                        route("/api/platform/tenants", "access", Optional.of(RoutePolicy.Access.PUBLIC))
                                .andThen(policy -> route("/api/platform/tenants", "permission", Set.of())
                                        .apply(policy))::apply),
                new Break(
                        "a tier holds what the one above holds",
                        Control.RBAC_3,
                        role(
                                "user",
                                "permissions",
                                Set.of("messages:read", "messages:write", "meetings:read", "users:read"))),
                new Break("framing is allowed", Control.HTTP_1, setting("headers.frameOptions", "SAMEORIGIN")),
                new Break(
                        "scripts may be inline",
                        Control.HTTP_2,
                        setting("headers.contentSecurityPolicy", "default-src * 'unsafe-inline'")),
                new Break("responses may be cached", Control.HTTP_3, setting("headers.cacheable", List.of("/**"))),
                new Break("nothing is stripped", Control.HTTP_4, setting("responses.exempt", List.of("/**"))),
                new Break("a limit is doubled", Control.RATE_5, limit("write", 60)),
                new Break(
                        "attempts are doubled", Control.AUTHN_3, setting("signIn.attempts", Rate.parse("10 per 15m"))),
                new Break(
                        "every peer is a trusted proxy",
                        Control.HTTP_7,
                        setting("proxies", List.of(Cidr.parse("127.0.0.0/8")))),
                new Break("bodies have no shape", Control.INPUT_1, route("/api/messages", "body", Optional.of("any"))),
                new Break("nothing is redacted", Control.PII_1, setting("logs.redact", Set.of())),
                new Break("there are no contacts", Control.INC_4, setting("contacts.security", List.of())),
                new Break("tenants see each other", Control.RBAC_5, UnaryOperator.identity(), EverybodysMessages::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaks")
    void theKitNotices(Break broken) throws Exception {
        SecurityPolicy policy = broken.policy().apply(INTACT);
        try (RunningMail limited = new RunningMail(policy, broken.messages());
                RunningMail relaxed = new RunningMail(Relaxed.policy(policy), broken.messages())) {
            Target target = limited.target(Optional.of(relaxed.target(Optional.empty())));
            AttackReport report =
                    AttackReport.of(Attacks.on(target, broken.control().id()));
            assertThat(report.broken()).as("attacks that notice, of %s", report).isNotEmpty();
        }
    }

    private static UnaryOperator<SecurityPolicy> setting(String path, Object value) {
        return policy -> Changed.in(policy, path, value);
    }

    private static UnaryOperator<SecurityPolicy> route(String path, String component, Object value) {
        return policy -> {
            List<RoutePolicy> routes = new ArrayList<>(policy.routes());
            routes.replaceAll(route -> route.path().equals(path) ? Changed.in(route, component, value) : route);
            return Changed.in(policy, "routes", routes);
        };
    }

    private static UnaryOperator<SecurityPolicy> role(String name, String component, Object value) {
        return policy -> {
            Map<String, RolePolicy> roles = new LinkedHashMap<>(policy.roles());
            roles.computeIfPresent(name, (same, role) -> Changed.in(role, component, value));
            return Changed.in(policy, "roles", roles);
        };
    }

    private static UnaryOperator<SecurityPolicy> limit(String name, long count) {
        return policy -> {
            Map<String, Limit> limits = new LinkedHashMap<>(policy.limits());
            limits.computeIfPresent(
                    name,
                    (same, limit) -> new Limit(new Rate(count, limit.rate().per()), limit.per()));
            return Changed.in(policy, "limits", limits);
        };
    }

    /** The messages of all tenants, whoever asks. */
    private record EverybodysMessages(Messages messages) implements Messages {
        private static final Tenant ONE = new Tenant("everybody");

        @Override
        public List<Message> of(Tenant tenant) {
            return messages.of(ONE);
        }

        @Override
        public Message add(Tenant tenant, String subject, String text) {
            return messages.add(ONE, subject, text);
        }
    }
}
