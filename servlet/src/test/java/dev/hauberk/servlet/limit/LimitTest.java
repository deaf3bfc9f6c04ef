package dev.hauberk.servlet.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Event;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.auth.SessionCookies;
import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitTest {
    private static final SecurityPolicy STRICT = Policies.replacing("api: 1000 per 1m", "api: 5 per 1m");

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-3")
    void saysInEveryAnswerHowManyAreLeft(Container container) {
        try (App app = App.start(container, STRICT)) {
            Client ada = app.signedIn("ada");
            Reply first = ada.get("/api/notes");
            assertThat(first.header("RateLimit-Policy")).isEqualTo("\"api\";q=5;w=60");
            assertThat(first.header("RateLimit")).isEqualTo("\"api\";r=4;t=12");
            assertThat(ada.get("/api/notes?throw=1").header("RateLimit")).startsWith("\"api\";r=3;");
            assertThat(ada.get("/api/notes?error=404").header("RateLimit")).startsWith("\"api\";r=2;");
            assertThat(ada.send("POST", "/api/notes", "{}").header("RateLimit")).startsWith("\"api\";r=1;");
            assertThat(app.send("GET", "/api/open", "").header("RateLimit")).startsWith("\"open\";r=");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-5")
    void refusesTheSixthAndSaysWhenToComeBack(Container container) {
        try (App app = App.start(container, STRICT)) {
            Client ada = app.signedIn("ada");
            Client phone = app.signedIn("ada");
            for (int i = 0; i < 5; i++) {
                assertThat((i % 2 == 0 ? ada : phone).get("/api/notes").status())
                        .isEqualTo(200);
            }
            Reply sixth = phone.get("/api/notes");
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.header("Content-Type")).startsWith("application/problem+json");
            assertThat(sixth.header("RateLimit")).isEqualTo("\"api\";r=0;t=12");
            assertThat(sixth.header("Retry-After")).isEqualTo("12");
            assertThat(app.signedIn("rea").get("/api/notes").status()).isEqualTo(200);
            assertThat(app.events())
                    .anyMatch(event -> event.control().id().equals("RATE-5")
                            && event.outcome() == Event.Outcome.DENIED
                            && event.reason().equals("limit"));
            app.clock().advance(Duration.ofSeconds(12));
            assertThat(phone.get("/api/notes").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-5")
    void takesWhatAStepRefusesFromTheAddress(Container container) {
        try (App app = App.start(container, STRICT)) {
            Client ada = app.signedIn("ada");
            String forged = "Cookie: " + SessionCookies.ACCESS + "=forged";
            for (int i = 0; i < 5; i++) {
                assertThat(app.send("GET", "/api/notes", "", forged).status()).isEqualTo(401);
            }
            Reply sixth = app.send("GET", "/api/notes", "", forged);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(Long.parseLong(sixth.header("Retry-After"))).isEqualTo(12);
            assertThat(app.send("GET", "/api/notes", "").status()).isEqualTo(429);
            assertThat(ada.get("/api/notes").header("RateLimit")).startsWith("\"api\";r=4;");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-2")
    void countsWhatNoRuleCoversByTheStrictest(Container container) {
        try (App app = App.start(container, STRICT)) {
            List<String> cheap = List.of("/api/nothing", "/api/%61bc", "/api/notes/", "/api/Notes", "/api/open.json");
            cheap.forEach(path -> app.send("GET", path, ""));
            assertThat(app.send("GET", "/api/nothing", "").status()).isEqualTo(429);
            assertThat(app.send("OPTIONS", "/api/open", "").status()).isEqualTo(429);
            assertThat(app.send("get", "/api/open2", "").status()).isEqualTo(429);
            Reply preflight = app.send(
                    "OPTIONS",
                    "/api/nothing",
                    "",
                    "Origin: https://evil.example",
                    "Access-Control-Request-Method: POST");
            assertThat(preflight.status()).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-5")
    void goesOnCountingTheAddressOverSigningInAndOut(Container container) {
        try (App app = App.start(container, Policies.replacing("open: 1000", "open: 3"))) {
            assertThat(app.send("GET", "/api/open", "").status()).isEqualTo(200);
            Client ada = app.signedIn("ada");
            assertThat(ada.get("/api/open").status()).isEqualTo(200);
            ada.sendWithToken("POST", "/auth/sign-out", "");
            assertThat(ada.get("/api/open").status()).isEqualTo(200);
            assertThat(ada.get("/api/open").status()).isEqualTo(429);
            assertThat(app.signedIn("rea").get("/api/open").status()).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    @Tag("RATE-5")
    void refusesNothingInShadowModeAndSaysSo(Container container) {
        SecurityPolicy shadow = SecurityPolicy.parse(
                Policies.text()
                        .replace("api: 1000", "api: 1")
                        .replace("modes: {", "modes: {RATE-5: shadow, ")
                        .replace("accept:", "accept:\n    - {control: RATE-5, why: a, by: b, until: 2099-01-01}"),
                "hauberk.yml");
        try (App app = App.start(container, shadow)) {
            Client ada = app.signedIn("ada");
            assertThat(ada.get("/api/notes").status()).isEqualTo(200);
            assertThat(ada.get("/api/notes").status()).isEqualTo(200);
            assertThat(app.send("GET", "/api/notes", "").status()).isEqualTo(401);
            assertThat(app.send("GET", "/api/notes", "").status()).isEqualTo(401);
            assertThat(app.events())
                    .anyMatch(event -> event.outcome() == Event.Outcome.SHADOWED
                            && event.control().id().equals("RATE-5"));
        }
    }
}
