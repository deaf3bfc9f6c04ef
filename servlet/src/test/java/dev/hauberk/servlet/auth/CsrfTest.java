package dev.hauberk.servlet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("HTTP-6")
class CsrfTest {
    private static final String NOTE = "{\"title\":\"a\"}";

    private static final List<String[]> FOREIGN = List.of(
            new String[] {"Origin: https://evil.example"},
            new String[] {"Origin: null"},
            new String[] {"Origin: http://sub.localhost"},
            new String[] {"Origin: http://localhost.evil.example"},
            new String[] {"Origin: http://localhost:8081"},
            new String[] {"Origin: "},
            new String[] {"Origin: localhost"},
            new String[] {"Origin: file://"},
            new String[] {"Sec-Fetch-Site: cross-site"},
            new String[] {"Sec-Fetch-Site: same-site"},
            new String[] {"Sec-Fetch-Site: none"},
            new String[] {"Sec-Fetch-Site: same-origin", "Origin: null"},
            new String[] {"Sec-Fetch-Site: same-site", "Origin: http://localhost"},
            new String[] {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site"},
            new String[] {"Origin: http://localhost", "Origin: http://evil.example"});

    private static final List<String[]> OWN = List.of(
            new String[] {"Origin: http://localhost"},
            new String[] {"Origin: http://localhost:80"},
            new String[] {"Origin: https://localhost"},
            new String[] {"Sec-Fetch-Site: same-origin"},
            new String[] {"Sec-Fetch-Site: same-origin", "Origin: http://localhost"});

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesAnUnsafeRequestOfAnotherOrigin(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            String token = "X-CSRF-Token: " + ada.csrf();
            app.reached().clear();
            for (String[] foreign : FOREIGN) {
                String[] withToken = Arrays.copyOf(foreign, foreign.length + 1);
                withToken[foreign.length] = token;
                Reply reply = ada.send("POST", "/api/notes", NOTE, withToken);
                assertThat(reply.status()).as(foreign[0]).isEqualTo(403);
                assertThat(reply.text()).contains("\"code\":\"cross-site\"");
            }
            assertThat(app.reached()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void letsAnUnsafeRequestOfTheSameOriginThrough(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            for (String[] own : OWN) {
                assertThat(ada.send("POST", "/api/notes", NOTE, own).status())
                        .as(own[0])
                        .isEqualTo(200);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void asksAClientThatSaysNothingForItsSessionsToken(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            Client rea = app.signedIn("rea");
            assertThat(ada.send("POST", "/api/notes", NOTE).status()).isEqualTo(403);
            assertThat(ada.send("POST", "/api/notes", NOTE, "X-CSRF-Token: " + rea.csrf())
                            .status())
                    .isEqualTo(403);
            assertThat(ada.sendWithToken("POST", "/api/notes", NOTE).status()).isEqualTo(200);
            assertThat(ada.send("DELETE", "/auth/sessions", "").status()).isEqualTo(403);
            assertThat(ada.get("/api/notes", "Origin: https://evil.example").status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesASignInByAnotherSiteAndByAForm(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            String body = "{\"email\":\"ada@acme.example\",\"password\":\"" + PlainHasher.PASSWORD + "\"}";
            String json = "Content-Type: application/json";
            for (String[] foreign : FOREIGN) {
                String[] all = Arrays.copyOf(foreign, foreign.length + 1);
                all[foreign.length] = json;
                assertThat(app.send("POST", "/auth/sign-in", body, all).status())
                        .as(foreign[0])
                        .isEqualTo(403);
            }
            assertThat(app.send("POST", "/auth/sign-in", body, "Content-Type: text/plain")
                            .status())
                    .isEqualTo(403);
            assertThat(app.send("POST", "/auth/sign-in", body).status()).isEqualTo(403);
            assertThat(app.send("POST", "/auth/sign-in", body, json).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void refusesARefreshByAnotherSite(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client ada = app.signedIn("ada");
            ada.forget(SessionCookies.ACCESS);
            assertThat(ada.send("POST", "/auth/refresh", "", "Origin: https://evil.example")
                            .status())
                    .isEqualTo(403);
            assertThat(ada.send("POST", "/auth/refresh", "", "Sec-Fetch-Site: same-origin")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void doesNotAskWhereTokensTravelInBodies(Container container) {
        try (App app = App.start(container, Policies.bodies())) {
            assertThat(app.signedIn("ada")
                            .send("POST", "/api/notes", NOTE, "Origin: https://evil.example")
                            .status())
                    .isEqualTo(200);
        }
    }
}
