package dev.hauberk.servlet.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("INPUT-1")
class InputTest {
    private static final String NOTE = "{\"title\":\"a\",\"tags\":[\"\u00fc\"]}";

    @ParameterizedTest
    @EnumSource(Container.class)
    void handsASoundBodyOnAsItWasSent(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            assertThat(ada.send("POST", "/api/notes", NOTE).text()).endsWith("with " + NOTE);
            assertThat(ada.send("POST", "/api/notes?async=1", NOTE).text()).endsWith("with " + NOTE);
            assertThat(ada.send("POST", "/api/notes", NOTE, "Content-Type: application/json; charset=UTF-8")
                            .status())
                    .isEqualTo(200);
            assertThat(chunked(app, ada, "/api/notes", NOTE).text()).endsWith("with " + NOTE);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void answersWhatItRefusesWithAProblemAndNothingElse(Container container) {
        Map<String, Integer> bodies = Map.of(
                "{\"title\":1}",
                400,
                "{\"title\":\"a\",\"canary\":1}",
                400,
                "{\"title\":\"a\",\"count\":\"1\"}",
                400,
                "{\"title\":\"a\",\"title\":\"canary\"}",
                400,
                "{\"canary\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}",
                400,
                "{\"canary\":\"" + "x".repeat(9_000) + "\"}",
                413,
                "{\"canary\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}",
                413);
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            bodies.forEach((body, status) -> {
                for (Reply reply :
                        List.of(ada.send("POST", "/api/notes", body), chunked(app, ada, "/api/notes", body))) {
                    assertThat(reply.status()).as(body.substring(0, 11)).isEqualTo(status);
                    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
                    assertThat(reply.text()).doesNotContain("canary");
                }
            });
            assertThat(app.reached()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RBAC-5")
    void refusesARequestWhoseQueryNamesAnotherThanItsPath(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            assertThat(ada.send("DELETE", "/api/notes/7?id=7", "").status()).isEqualTo(200);
            Reply refused = ada.send("DELETE", "/api/notes/7?id=8", "");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(app.reached()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void takesJsonInUtf8AloneForAShape(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            for (String type : List.of(
                    "text/plain",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json; charset=utf-16",
                    "application/json; charset=iso-8859-1",
                    "application/jsonx",
                    "text/json")) {
                assertThat(ada.send("POST", "/api/notes", NOTE, "Content-Type: " + type)
                                .status())
                        .as(type)
                        .isEqualTo(415);
            }
            assertThat(ada.send("POST", "/api/notes", NOTE, "Content-Encoding: gzip")
                            .status())
                    .isEqualTo(415);
            assertThat(ada.send("POST", "/api/notes", "").status()).isEqualTo(415);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void takesNoBodyWhereTheRuleHasNone(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            assertThat(ada.send("PUT", "/api/notes/1", "{}").status()).isEqualTo(400);
            assertThat(ada.send("PUT", "/api/notes/1", "").status()).isEqualTo(200);
            assertThat(ada.send("DELETE", "/api/notes/1", "{}").status()).isEqualTo(400);
            assertThat(ada.send("GET", "/api/notes", "{}").status()).isEqualTo(400);
            assertThat(app.send("GET", "/api/open", NOTE, "Content-Type: application/json")
                            .status())
                    .isEqualTo(400);
            assertThat(chunked(app, ada, "/api/admin/x", "{}").status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void boundsWhateverItTakes(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            assertThat(ada.send("POST", "/api/any", "{\"a\":[1,{}]}").status()).isEqualTo(200);
            assertThat(ada.send("POST", "/api/any", "{\"a\":1,\"a\":2}").status())
                    .isEqualTo(400);
            assertThat(ada.send("POST", "/api/any", "a=b", "Content-Type: text/plain")
                            .text())
                    .endsWith("with a=b");
            assertThat(ada.send("POST", "/api/any", "x".repeat(9_000), "Content-Type: text/plain")
                            .status())
                    .isEqualTo(413);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesAQueryThatDoesNotDecode(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            for (String query : List.of("a=%", "a=%zz", "a=%00", "a=%c0%ae", "a=%ff", "a&".repeat(300))) {
                assertThat(app.send("GET", "/api/open?" + query, "").status())
                        .as(query)
                        .isEqualTo(400);
            }
            assertThat(app.send("GET", "/api/open?a=b%20c&d=%C3%BC+e&", "").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void parsesNothingForWhoeverMayNotAsk(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            assertThat(app.send("POST", "/api/notes", "{", "Content-Type: application/json")
                            .status())
                    .isEqualTo(401);
            assertThat(app.signedIn("rea").send("POST", "/api/notes", "{").status())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void handsEverythingOnInShadowMode(Container container) {
        SecurityPolicy shadow = SecurityPolicy.parse(
                Policies.text()
                                .replace("modes: {", "modes: {INPUT-1: shadow, ")
                                .replace(
                                        "accept:",
                                        "accept:\n    - {control: INPUT-1, why: a, by: b, until: 2099-01-01}")
                        + "  tokens: {in: body}\n",
                "hauberk.yml");
        try (App app = App.start(container, shadow)) {
            Client ada = app.signedIn("ada");
            String large = "{\"canary\":\"" + "x".repeat(20_000) + "\"}";
            assertThat(ada.send("POST", "/api/notes", large).text()).endsWith("with " + large);
            assertThat(ada.send("POST", "/api/notes", "{").text()).endsWith("with {");
            assertThat(ada.send("PUT", "/api/notes/1", "{}").text()).endsWith("with {}");
            assertThat(app.signedIn("ada").signIn("ada", "x\",\"role\":\"admin").status())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void waitsForNoBodyThatIsDribbled(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            for (String type : List.of("application/json", "text/plain")) {
                Reply reply = app.dribble(
                        "POST /api/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                + "\r\nContent-Length: 8000\r\nConnection: close\r\n"
                                + String.join("\r\n", ada.credentials()) + "\r\n\r\n{",
                        Duration.ofSeconds(4));
                assertThat(reply.status()).isEqualTo(type.equals("text/plain") ? 415 : 408);
                assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            }
            assertThat(app.reached()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void takesABodyThatComesSlowlyButSteadily(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            String beginning = "{\"title\":\"a\",\"tags\":[]";
            // What is missing is a bracket; white space before it is no harm.
            Reply reply = app.dribble(
                    "POST /api/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                            + (beginning.length() + 2) + "\r\nConnection: close\r\n"
                            + String.join("\r\n", app.signedIn("ada").credentials()) + "\r\n\r\n" + beginning,
                    Duration.ofSeconds(4));
            assertThat(reply.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesABodyThatIsFramedWrongly(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            for (String type : List.of("application/json", "text/plain")) {
                app.events().clear();
                Reply reply = app.raw("POST /api/notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n"
                        + String.join("\r\n", ada.credentials()) + "\r\n\r\nZZ\r\nabc\r\n0\r\n\r\n");
                // Tomcat answers a broken body as one, whatever we would say of it.
                assertThat(reply.status()).isIn(400, type.equals("text/plain") ? 415 : 400);
                assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
                assertThat(app.events())
                        .anyMatch(
                                event -> event.control() == Control.INPUT_1 && event.outcome() == Event.Outcome.DENIED);
            }
            assertThat(app.reached()).isEmpty();
        }
    }

    private static Reply chunked(App app, Client client, String path, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return app.raw("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + String.join("\r\n", client.credentials()) + "\r\n\r\n"
                + Integer.toHexString(length) + "\r\n" + body + "\r\n0\r\n\r\n");
    }
}
