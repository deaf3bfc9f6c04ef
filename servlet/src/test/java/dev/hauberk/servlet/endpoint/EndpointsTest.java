package dev.hauberk.servlet.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.auth.SessionCookies;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndpointsTest {
    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("SESS-5")
    void bringsTokensInCookiesThatNoScriptCanReadAndNeverInTheBody(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Reply reply = app.client().signIn("ada", PlainHasher.PASSWORD);

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).isEqualTo("{\"expiresIn\":900,\"mfa\":\"none\"}");
            List<String> cookies = reply.all("Set-Cookie");
            assertThat(cookies)
                    .hasSize(2)
                    .allSatisfy(cookie -> assertThat(cookie)
                            .startsWith("__Host-hauberk-")
                            .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict")
                            .doesNotContain("Domain"));
            assertThat(cookies.get(0)).startsWith(SessionCookies.ACCESS + "=").contains("Max-Age=900;");
            assertThat(cookies.get(1)).startsWith(SessionCookies.REFRESH + "=").contains("Max-Age=2592000;");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-6")
    void bringsTokensInTheBodyWhereThePolicySaysSo(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client client = app.client();
            Reply reply = client.signIn("ada", PlainHasher.PASSWORD);

            assertThat(reply.all("Set-Cookie")).isEmpty();
            assertThat(client.token("accessToken")).isNotEmpty();
            assertThat(client.get("/api/notes").text()).contains("by ada as ada admin");
            String before = client.token("refreshToken");
            assertThat(client.send("POST", "/auth/refresh", "{\"refreshToken\":\"" + before + "\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(client.token("refreshToken")).isNotEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-3")
    void answersUnknownAndWrongAlikeAndTooManyWithATime(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            String wrong = app.client().signIn("ada", "Wrong-Horse-7-Battery").text();
            String unknown = app.client().signIn("nobody", PlainHasher.PASSWORD).text();
            assertThat(withoutId(wrong)).isEqualTo(withoutId(unknown)).contains("\"unauthenticated\"");

            Reply last = app.client().signIn("ada", PlainHasher.PASSWORD);
            assertThat(last.status()).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                last = app.client().signIn("rea", "Wrong-Horse-7-Battery");
            }
            Reply limited = app.client().signIn("rea", PlainHasher.PASSWORD);
            assertThat(last.status()).isEqualTo(401);
            assertThat(limited.status()).isEqualTo(429);
            assertThat(Long.parseLong(limited.header("Retry-After"))).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("SESS-1")
    void givesEverySignInASessionOfItsOwn(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client client = app.signedIn("ada");
            String first = client.cookie(SessionCookies.ACCESS);
            assertThat(client.signIn("ada", PlainHasher.PASSWORD).status()).isEqualTo(200);

            assertThat(client.cookie(SessionCookies.ACCESS)).isNotEqualTo(first);
            assertThat(client.get("/auth/sessions").text().split("\"handle\"")).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-7")
    void rotatesTheRefreshTokenAndEndsTheSessionOfOneThatIsReplayed(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client client = app.signedIn("ada");
            String used = client.cookie(SessionCookies.REFRESH);
            assertThat(client.sendWithToken("POST", "/auth/refresh", "").status())
                    .isEqualTo(200);
            assertThat(client.get("/api/notes").status()).isEqualTo(200);

            Reply replayed = app.send("POST", "/auth/refresh", "", "Cookie: " + SessionCookies.REFRESH + "=" + used);
            assertThat(replayed.status()).isEqualTo(401);
            assertThat(replayed.all("Set-Cookie")).hasSize(2).allMatch(cookie -> cookie.contains("Max-Age=0"));
            assertThat(client.get("/api/notes").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-7")
    void refreshesOnceTheAccessTokenHasExpired(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client client = app.signedIn("ada");
            app.clock().advance(Duration.ofMinutes(16));
            assertThat(app.send("GET", "/api/notes", "", client.credentials().toArray(String[]::new))
                            .status())
                    .isEqualTo(401);
            assertThat(client.send("POST", "/auth/refresh", "").status()).isEqualTo(200);
            assertThat(client.get("/api/notes").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("SESS-4")
    void listsAndEndsOnesOwnSessionsAlone(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            Client phone = app.signedIn("ada");
            Client rea = app.signedIn("rea");
            String handle = Client.member(rea.get("/auth/sessions").text(), "handle");

            assertThat(ada.get("/auth/sessions").text()).contains("\"current\":true", "\"current\":false");
            assertThat(ada.sendWithToken("DELETE", "/auth/sessions/" + handle, "")
                            .status())
                    .isEqualTo(404);
            assertThat(rea.get("/api/notes").status()).isEqualTo(200);
            assertThat(ada.sendWithToken("DELETE", "/auth/sessions", "").status())
                    .isEqualTo(204);
            assertThat(phone.get("/api/notes").status()).isEqualTo(401);
            assertThat(ada.get("/api/notes").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("SESS-2")
    void changesThePasswordAndEndsTheOtherSessions(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            Client phone = app.signedIn("ada");
            String body = "{\"current\":\"" + PlainHasher.PASSWORD + "\",\"new\":\"%s\"}";

            Reply weak = ada.sendWithToken("POST", "/auth/password", body.formatted("short"));
            assertThat(weak.status()).isEqualTo(422);
            assertThat(weak.text())
                    .contains("\"rules\":[\"too-short\",\"upper-case\",\"digit\",\"special\"]")
                    .contains("\"messages\":[\"Use at least 8 characters.\",");
            assertThat(ada.sendWithToken("POST", "/auth/password", "{\"current\":\"x\",\"new\":\"Other-Horse-7\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(ada.sendWithToken("POST", "/auth/password", body.formatted("Other-Horse-7-Battery"))
                            .status())
                    .isEqualTo(204);
            assertThat(phone.get("/api/notes").status()).isEqualTo(401);
            assertThat(ada.get("/api/notes").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-2")
    void takesEveryCharacterOfAPasswordEvenNul(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            String body = "{\"current\":\"" + PlainHasher.PASSWORD + "\",\"new\":\"Other-Horse-7\\u0000left\"}";
            assertThat(ada.sendWithToken("POST", "/auth/password", body).status())
                    .isEqualTo(204);
            assertThat(app.client().signIn("ada", "Other-Horse-7\\u0000right").status())
                    .isEqualTo(401);
            assertThat(app.client().signIn("ada", "Other-Horse-7\\u0000left").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-1")
    void refusesAPasswordThatIsCommonOrBuiltOnWhoseItIs(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            String body = "{\"current\":\"" + PlainHasher.PASSWORD + "\",\"new\":\"%s\"}";
            assertThat(ada.sendWithToken("POST", "/auth/password", body.formatted("P@ssw0rd"))
                            .text())
                    .contains("\"rules\":[\"common\"]");
            assertThat(ada.sendWithToken("POST", "/auth/password", body.formatted("ada@acme.example1!A"))
                            .text())
                    .contains("\"rules\":[\"personal\"]");
            assertThat(ada.sendWithToken("POST", "/auth/password", body.formatted("Aa1!aaaa"))
                            .text())
                    .contains("\"rules\":[\"too-weak\"]");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-2")
    void asksToComeAgainWhereTooManyPasswordsAreBeingHashedAndTakesNoAttempt(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            for (int i = 0; i < 8; i++) {
                Reply reply = app.client().signIn("ada", PlainHasher.TOO_MANY);
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.text()).contains("\"code\":\"unavailable\"");
                assertThat(Long.parseLong(reply.header("Retry-After"))).isPositive();
            }
            assertThat(app.client().signIn("ada", PlainHasher.PASSWORD).status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-5")
    void saysThatAFactorIsMissingAndLetsNothingElseBeDone(Container container) {
        try (App app = App.start(container, Policies.replacing("modes: {AUTHN-5: shadow}", "modes: {}"))) {
            Client ada = app.client();
            assertThat(ada.signIn("ada", PlainHasher.PASSWORD).text()).contains("\"mfa\":\"required\"");
            for (String path : List.of("/api/notes", "/auth/me", "/auth/sessions")) {
                Reply reply = ada.get(path);
                assertThat(reply.status()).as(path).isEqualTo(403);
                assertThat(reply.text()).contains("\"code\":\"step-up\"");
            }
            assertThat(app.client().signIn("rea", PlainHasher.PASSWORD).text()).contains("\"mfa\":\"none\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("SESS-6")
    void signsOutAndTakesTheCookiesBack(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            List<String> credentials = ada.credentials();
            Reply reply = ada.sendWithToken("POST", "/auth/sign-out", "");

            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.all("Set-Cookie")).hasSize(2).allMatch(cookie -> cookie.contains("Max-Age=0"));
            assertThat(app.send("GET", "/api/notes", "", credentials.toArray(String[]::new))
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RBAC-3")
    void saysWhoOneIs(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Reply reply = app.signedIn("rea").get("/auth/me");
            assertThat(reply.text())
                    .startsWith("{\"id\":\"rea\",\"tenant\":\"acme\",\"roles\":[\"reader\"],"
                            + "\"permissions\":[\"notes:read\"],\"factors\":{\"password\":\"")
                    .contains("\"csrf\":\"");
            assertThat(app.client().get("/auth/me").status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("INPUT-1")
    void takesASignInOfItsShapeAlone(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            String json = "Content-Type: application/json";
            assertThat(app.send(
                                    "POST",
                                    "/auth/sign-in",
                                    "{\"email\":\"a\",\"password\":\"b\",\"role\":\"admin\"}",
                                    json)
                            .status())
                    .isEqualTo(400);
            assertThat(app.send("POST", "/auth/sign-in", "{\"email\":[\"a\"],\"password\":\"b\"}", json)
                            .status())
                    .isEqualTo(400);
            assertThat(app.send(
                                    "POST",
                                    "/auth/sign-in",
                                    "email=a&password=b",
                                    "Content-Type: application/x-www-form-urlencoded",
                                    "Sec-Fetch-Site: same-origin")
                            .status())
                    .isEqualTo(415);
        }
    }

    static String withoutId(String problem) {
        return problem.replaceAll("\"requestId\":\"[^\"]*\"", "");
    }
}
