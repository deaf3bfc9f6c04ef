package dev.hauberk.servlet.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Event;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("RBAC-4")
class AuthorizeTest {
    @ParameterizedTest
    @EnumSource(Container.class)
    void deniesWithoutASessionWith401AndWithOneWith403(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client rea = app.signedIn("rea");
            for (String path : List.of("/api/admin/x", "/api/admin", "/api/nothing", "/api/notes/")) {
                Reply anonymous = app.send("GET", path, "");
                assertThat(anonymous.status()).as(path).isEqualTo(401);
                assertThat(anonymous.text()).contains("\"code\":\"unauthenticated\"");
                Reply signedIn = rea.get(path);
                assertThat(signedIn.status()).as(path).isEqualTo(403);
                assertThat(signedIn.text()).contains("\"code\":\"forbidden\"").doesNotContain("role", "rule");
            }
            assertThat(rea.get("/api/notes").status()).isEqualTo(200);
            assertThat(app.send("HEAD", "/api/admin/x", "").status()).isEqualTo(401);
            assertThat(app.send("OPTIONS", "/api/notes", "").status()).isEqualTo(401);
            assertThat(app.signedIn("ada").get("/api/admin/x").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RBAC-6")
    void recordsADenialBeforeItIsAnswered(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            app.signedIn("rea").get("/api/admin/x");
            assertThat(app.records()).anySatisfy(record -> {
                assertThat(record.outcome()).isEqualTo(AuditRecord.Outcome.DENIED);
                assertThat(record.actor()).contains("rea");
                assertThat(record.target()).contains("/api/admin/**");
                assertThat(record.details()).containsEntry("reason", "role").containsEntry("method", "GET");
            });
            assertThat(app.events())
                    .anyMatch(event -> event.outcome() == Event.Outcome.DENIED
                            && event.reason().equals("role")
                            && event.details().get("rule").startsWith("hauberk.yml:"));
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void decidesAForwardAndAnIncludeAnew(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            assertThat(app.send("GET", "/api/open?forward=/api/notes", "").status())
                    .isEqualTo(401);
            assertThat(app.send("GET", "/api/open?include=/api/notes", "").status())
                    .isEqualTo(500);
            Client rea = app.signedIn("rea");
            assertThat(rea.get("/api/open?forward=/api/admin/x").status()).isEqualTo(403);
            assertThat(rea.get("/api/open?include=/api/admin/x").status()).isEqualTo(500);
            assertThat(rea.get("/api/open?forward=/api/nothing").status()).isEqualTo(403);
            assertThat(app.reached()).isEmpty();
            assertThat(rea.get("/api/open?forward=/api/notes").text()).contains("by rea as rea");
            assertThat(rea.get("/api/open?include=/api/notes").text()).contains("by rea as rea");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void keepsItsDecisionOverAnErrorAndAnAsynchronousDispatch(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client rea = app.signedIn("rea");
            assertThat(rea.get("/api/notes?async=1").text()).contains("by rea as rea");
            assertThat(rea.get("/api/admin/x?async=1").status()).isEqualTo(403);
            assertThat(rea.get("/api/notes?error=404").status()).isEqualTo(404);
            assertThat(app.send("GET", "/api/notes?async=1", "").status()).isEqualTo(401);
            assertThat(app.reached()).containsExactly("GET /api/notes");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void deniesNothingInShadowModeAndSaysSo(Container container) {
        SecurityPolicy shadow = SecurityPolicy.parse(
                Policies.text()
                        .replace("modes: {", "modes: {RBAC-4: shadow, ")
                        .replace("accept:", "accept:\n    - {control: RBAC-4, why: a, by: b, until: 2099-01-01}"),
                "hauberk.yml");
        try (App app = App.start(container, shadow)) {
            assertThat(app.send("GET", "/api/admin/x", "").status()).isEqualTo(200);
            assertThat(app.send("GET", "/api/nothing", "").status()).isEqualTo(200);
            assertThat(app.events())
                    .filteredOn(event -> event.outcome() == Event.Outcome.SHADOWED)
                    .extracting(Event::reason)
                    .contains("anonymous", "no-rule");
            assertThat(app.records()).extracting(AuditRecord::target).doesNotContain(Optional.of("/api/admin/**"));
        }
    }
}
