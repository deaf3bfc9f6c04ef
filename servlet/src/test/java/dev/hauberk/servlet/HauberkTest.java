package dev.hauberk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.rbac.route.Mapping;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.fixture.Users;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Reply;
import dev.hauberk.servlet.harness.Served;
import jakarta.servlet.ServletContext;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("RBAC-4")
class HauberkTest {
    private static final SecretSource KEYS = SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"));

    private static final List<Mapping> HANDLERS = List.of(
            new Mapping(Set.of("GET", "POST"), "/api/open"),
            new Mapping(Set.of("GET", "POST"), "/api/notes"),
            new Mapping(Set.of("PUT", "DELETE"), "/api/notes/{id}"),
            new Mapping(Set.of("POST"), "/api/any"),
            new Mapping(Set.of("GET"), "/api/admin/system"));

    private static Hauberk start(SecurityPolicy policy) {
        return Hauberk.with(policy)
                .secrets(KEYS)
                .accounts(new Users())
                .passwords(new PlainHasher())
                .requestLog(line -> {})
                .start();
    }

    @Test
    void stopsTheStartWhereAHandlerHasNoRuleAndNamesIt() {
        try (Hauberk hauberk = start(Policies.cookies())) {
            hauberk.cover(HANDLERS);
            List<Mapping> more = new ArrayList<>(HANDLERS);
            more.add(new Mapping(Set.of("GET"), "/api/forgotten"));
            more.add(new Mapping(Set.of("PATCH"), "/api/notes/{id}"));
            assertThatThrownBy(() -> hauberk.cover(more))
                    .isInstanceOfSatisfying(
                            PolicyException.class, e -> assertThat(e.problems()).hasSize(2))
                    .hasMessageContaining("GET /api/forgotten")
                    .hasMessageContaining("PATCH /api/notes/{id}");
        }
    }

    @Test
    void stopsTheStartWhereARuleHasNoHandlerAndNamesIt() {
        try (Hauberk hauberk = start(Policies.cookies())) {
            List<Mapping> fewer = HANDLERS.subList(0, 4);
            assertThatThrownBy(() -> hauberk.cover(fewer))
                    .hasMessageContaining("hauberk.yml:")
                    .hasMessageContaining("/api/admin/**");
            hauberk.cover(fewer, List.of(new Mapping(Set.of("GET"), "/api/admin/index.html")));
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void readsTheServletsOfAPlainContainer(Container container) {
        Handler handler = (request, response) -> {};
        try (Hauberk hauberk = start(Policies.cookies())) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            try (Served served = container.start(context -> {
                context.addServlet("api", handler.servlet()).addMapping("/api/*");
                context.addServlet("hidden", handler.servlet()).addMapping("/hidden", "/files/*");
                install(hauberk, context, thrown);
            })) {
                assertThat(thrown.get())
                        .isInstanceOf(PolicyException.class)
                        .hasMessageContaining("/hidden")
                        .hasMessageContaining("/files/**");
            }
        }
    }

    private static void install(Hauberk hauberk, ServletContext context, AtomicReference<Throwable> thrown) {
        try {
            hauberk.install(context);
        } catch (PolicyException e) {
            thrown.set(e);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("INC-4")
    void publishesWhomToTellWithoutARuleOrALogin(Container container) {
        String contacts = "  contacts: {security: [\"mailto:security@acme.example\"], expires: "
                + LocalDate.now(ZoneOffset.UTC).plusDays(90) + "}\n";
        try (App app = App.start(container, Policies.with(contacts))) {
            Reply reply = app.send("GET", "/.well-known/security.txt", "");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).contains("Contact: mailto:security@acme.example");
        }
        try (App app = App.start(container, Policies.cookies())) {
            assertThat(app.send("GET", "/.well-known/security.txt", "").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void doesNotStartWithoutKeysAndSaysHowToMakeThem() {
        assertThatThrownBy(() -> Hauberk.with(Policies.cookies())
                        .secrets(SecretSource.of(Map.of()))
                        .accounts(new Users())
                        .start())
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("HAUBERK_KEYS");
    }

    @Test
    void doesNotStartWithoutAccounts() {
        assertThatThrownBy(() -> Hauberk.with(Policies.cookies()).secrets(KEYS).start())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Tag("RATE-2")
    void countsItsOwnCallsByARuleOfThePolicyByAuthOrByTheStrictest() {
        assertThat(limit(Policies.cookies())).contains("auth");
        assertThat(limit(Policies.replacing(
                        "routes:\n", "routes:\n    - {path: /auth/me, method: GET, access: signed-in, limit: api}\n")))
                .contains("api");
        assertThat(limit(Policies.replacing("    auth: 1000 per 1m per address\n", "")))
                .isEmpty();
    }

    private static Optional<String> limit(SecurityPolicy policy) {
        try (Hauberk hauberk = start(policy)) {
            return hauberk.routes().match("GET", "/auth/me").orElseThrow().limit();
        }
    }

    @Test
    void keepsTheOrderOfItsSteps() {
        try (Hauberk hauberk = start(Policies.cookies())) {
            assertThat(hauberk.steps())
                    .extracting(Hauberk.NamedStep::name)
                    .containsSubsequence(
                            "request-log",
                            "headers",
                            "client-address",
                            "canonical-path",
                            "known-peer",
                            "security-txt",
                            "origins",
                            "authenticate",
                            "limit",
                            "csrf",
                            "authorize",
                            "input",
                            "strip",
                            "endpoints");
        }
    }
}
