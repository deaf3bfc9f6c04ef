package dev.hauberk.servlet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("AUTHN-9")
class AuthenticateTest {
    private static String problem(Reply reply) {
        return reply.status() + reply.text().replaceAll("\"requestId\":\"[^\"]*\"", "") + reply.all("WWW-Authenticate");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("AUTHN-6")
    void answersEveryBearerTokenThatDoesNotHoldWithOneBody(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            Client ada = app.signedIn("ada");
            String good = ada.token("accessToken");
            String cookie = "Cookie: " + SessionCookies.ACCESS + "=" + good;
            Set<String> bodies = new HashSet<>();
            List<String[]> wrong = List.of(
                    new String[] {"Authorization: Bearer " + good + "x"},
                    new String[] {"Authorization: Bearer " + good.substring(0, good.length() - 3)},
                    new String[] {"Authorization: Bearer " + good + " " + good},
                    new String[] {"Authorization: Bearer " + good + "," + good},
                    new String[] {"Authorization: Bearer  " + good},
                    new String[] {"Authorization: Bearer"},
                    new String[] {"Authorization: " + good},
                    new String[] {"Authorization: "},
                    new String[] {"Authorization: Basic YWRhOmFkYQ=="},
                    new String[] {"Authorization: ApiKey " + good},
                    new String[] {"Authorization: Bearer " + "a".repeat(7_000)},
                    new String[] {"Authorization: Bearer eyJhbGciOiJub25lIn0.e30."},
                    new String[] {"Authorization: Bearer " + ada.token("refreshToken")},
                    new String[] {"Authorization: Bearer " + good, "Authorization: Bearer " + good},
                    new String[] {"Authorization: Bearer " + good, "Authorization: Basic YWRhOmFkYQ=="},
                    new String[] {"Authorization: Bearer " + good, cookie},
                    new String[] {cookie});
            for (String[] headers : wrong) {
                Reply reply = app.send("GET", "/api/notes", "", headers);
                assertThat(reply.status()).as(headers[0]).isEqualTo(401);
                bodies.add(problem(reply));
                assertThat(app.send("GET", "/api/open", "", headers).status()).isNotEqualTo(200);
            }
            bodies.add(problem(app.send("GET", "/api/notes?access_token=" + good, "")));
            bodies.add(problem(app.send("GET", "/api/notes?access%5Ftoken=" + good, "")));
            bodies.add(problem(
                    app.send("GET", "/api/notes?a=b&access_token=" + good, "", "Authorization: Bearer " + good)));
            assertThat(bodies).hasSize(1);
            assertThat(app.reached()).isEmpty();
            assertThat(app.send("GET", "/api/notes", "", "authorization: bearer " + good)
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("SESS-5")
    void takesACookieOnceAndNothingElse(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            String good = ada.cookie(SessionCookies.ACCESS);
            String pair = SessionCookies.ACCESS + "=" + good;
            List<String[]> wrong = List.of(
                    new String[] {"Cookie: " + pair + "; " + pair},
                    new String[] {"Cookie: " + pair, "Cookie: " + pair},
                    new String[] {"Cookie: " + pair + "; " + SessionCookies.ACCESS + "=other"},
                    new String[] {"Cookie: " + SessionCookies.ACCESS + " =other; " + pair},
                    new String[] {"Cookie: " + pair, "Authorization: Bearer " + good},
                    new String[] {"Authorization: Bearer " + good},
                    new String[] {
                        "Cookie: " + pair + "; " + SessionCookies.REFRESH + "=a; " + SessionCookies.REFRESH + "=b"
                    },
                    new String[] {"Cookie: " + SessionCookies.ACCESS + "="},
                    new String[] {"Cookie: " + SessionCookies.ACCESS + "=\"" + good + "x\""});
            Set<String> bodies = new HashSet<>();
            for (String[] headers : wrong) {
                Reply reply = app.send("GET", "/api/notes", "", headers);
                assertThat(reply.status()).as(headers[0]).isEqualTo(401);
                bodies.add(problem(reply));
            }
            assertThat(bodies).hasSize(1);
            assertThat(app.send("GET", "/api/notes", "", "Cookie: theme=dark; " + pair)
                            .status())
                    .isEqualTo(200);
            assertThat(app.send("GET", "/api/notes", "", "Cookie: hauberk-access=" + good)
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void takesBackACookieThatNoLongerHoldsAndLeavesPublicPagesOpen(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            app.clock().advance(Duration.ofMinutes(16));
            String ended = SessionCookies.ACCESS + "=" + ada.cookie(SessionCookies.ACCESS);
            Reply open = app.send("GET", "/api/open", "", "Cookie: " + ended);
            assertThat(open.status()).isEqualTo(200);
            assertThat(open.text()).contains("by null as nobody");
            assertThat(open.all("Set-Cookie")).singleElement().asString().contains("Max-Age=0");
            Reply closed = app.send("GET", "/api/notes", "", "Cookie: " + ended);
            assertThat(closed.status()).isEqualTo(401);
            assertThat(closed.all("Set-Cookie")).singleElement().asString().contains("Max-Age=0");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("HTTP-6")
    void takesBackNoCookieThatWasNotSentSoThatALinkEndsNothing(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Reply reply = app.send("GET", "/api/open?access_token=x", "", "Sec-Fetch-Site: cross-site");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.all("Set-Cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void ignoresWhatNoLongerHoldsWhereCredentialsAreMade(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            app.clock().advance(Duration.ofMinutes(16));
            assertThat(ada.signIn("ada", PlainHasher.PASSWORD).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void tellsTheApplicationWhoIsAskingAndNoLonger(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            assertThat(app.signedIn("ada").get("/api/notes").text()).contains("by ada as ada admin with");
            assertThat(app.signedIn("rea").get("/api/notes").text()).contains("by rea as rea with");
            assertThat(app.signedIn("ada").get("/api/notes?async=1").text()).contains("by ada as ada admin with");
            for (int i = 0; i < 20; i++) {
                assertThat(app.send("GET", "/api/open", "").text()).contains("by null as nobody with");
            }
            assertThat(app.send("GET", "/api/open", "", "X-User: ada", "X-Forwarded-User: ada")
                            .text())
                    .contains("by null as nobody");
        }
    }
}
