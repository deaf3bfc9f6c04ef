package dev.hauberk.servlet.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("HTTP-6")
class OriginsTest {
    private static final SecurityPolicy NAMED = policy("");
    private static final SecurityPolicy WITH_COOKIES = policy(", credentials: true");

    private static SecurityPolicy policy(String more) {
        return SecurityPolicy.parse(
                Policies.text().replace("accept:", "accept:\n    - {control: HTTP-6, why: a, by: b, until: 2099-01-01}")
                        + "  origins: {allow: [\"https://app.example\"]" + more + "}\n",
                "hauberk.yml");
    }

    private static final String ASKED = "Access-Control-Request-Method: POST";

    @ParameterizedTest
    @EnumSource(Container.class)
    void answersAPreflightOfANamedOriginFromThePolicyAlone(Container container) {
        try (App app = App.start(container, NAMED)) {
            Reply reply = app.send(
                    "OPTIONS",
                    "/api/notes",
                    "",
                    "Origin: https://app.example",
                    ASKED,
                    "Access-Control-Request-Headers: x-other");
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
            assertThat(reply.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE");
            assertThat(reply.header("Access-Control-Allow-Headers"))
                    .isEqualTo("authorization, content-type, x-csrf-token");
            assertThat(reply.header("Access-Control-Max-Age")).isEqualTo("600");
            assertThat(reply.header("Vary")).isEqualTo("Origin");
            assertThat(reply.all("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(app.reached()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void givesNoOtherOriginAnything(Container container) {
        try (App app = App.start(container, NAMED)) {
            for (String origin : List.of(
                    "https://evil.example",
                    "https://app.example.evil.example",
                    "https://evil.app.example",
                    "http://app.example",
                    "https://app.example:444",
                    "https://APP.example",
                    "https://app.example/",
                    "null",
                    "*",
                    "")) {
                Reply preflight = app.send("OPTIONS", "/api/open", "", "Origin: " + origin, ASKED);
                assertThat(preflight.status()).as(origin).isEqualTo(403);
                assertThat(preflight.all("Access-Control-Allow-Origin")).isEmpty();
                Reply simple = app.send("GET", "/api/open", "", "Origin: " + origin);
                assertThat(simple.status()).as(origin).isEqualTo(200);
                assertThat(simple.all("Access-Control-Allow-Origin")).isEmpty();
                assertThat(simple.header("Vary")).isEqualTo("Origin");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void showsANamedOriginItsRefusalsToo(Container container) {
        try (App app = App.start(container, NAMED)) {
            Reply reply = app.send("GET", "/api/notes", "", "Origin: https://app.example");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void letsANamedOriginSendCookiesOnlyWhereThePolicySaysSo(Container container) {
        try (App app = App.start(container, NAMED)) {
            Client ada = app.signedIn("ada");
            assertThat(ada.send("POST", "/api/notes", "{\"title\":\"a\"}", "Origin: https://app.example")
                            .status())
                    .isEqualTo(403);
        }
        try (App app = App.start(container, WITH_COOKIES)) {
            Client ada = app.signedIn("ada");
            Reply reply = ada.send(
                    "POST",
                    "/api/notes",
                    "{\"title\":\"a\"}",
                    "Origin: https://app.example",
                    "Sec-Fetch-Site: same-site");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.header("Access-Control-Allow-Credentials")).isEqualTo("true");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void saysNothingOfOriginsWhereNoneIsNamed(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Reply reply = app.send("GET", "/api/open", "", "Origin: https://app.example");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.headers())
                    .noneMatch(header -> header.name().toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
    }
}
