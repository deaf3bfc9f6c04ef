package dev.hauberk.servlet.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.fixture.App;
import dev.hauberk.servlet.fixture.Client;
import dev.hauberk.servlet.fixture.Policies;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("RBAC-4")
class CanonicalPathTest {
    private static final List<String> TRICKS = List.of(
            "/api/%2e/admin/x",
            "/api/open/../admin/x",
            "/api/open/%2e%2e/admin/x",
            "/api/open/..;/admin/x",
            "/api/open/..;a=b/admin/x",
            "/api/open;/../admin/x",
            "/api/%252e%252e/admin/x",
            "/api%2fadmin/x",
            "/api/admin%2fx",
            "/api/admin%5cx",
            "/api\\admin\\x",
            "/api/admin;x=y/x",
            "/api/admin/x;jsessionid=1",
            "/api/./admin/x",
            "//api/admin/x",
            "/api//admin/x",
            "/api/%61dmin/x",
            "/api/%c0%ae%c0%ae/admin/x",
            "/api/admin/x%00",
            "/api/admin/x%0a",
            "/api/admin/x%0d%0aX: y",
            "/api/admin/%",
            "/API/admin/x",
            "/api/ADMIN/x",
            "/api/adm\u0131n/x",
            "/api/admin.json",
            "/api/admin/x/",
            "/api/open/",
            "/api/open.json",
            "/api/open%20",
            "/api/open%20/admin",
            "http://localhost/api/admin/x",
            "http://localhost/api/open/../admin/x");

    static Stream<String> methods() {
        return Stream.of("GET", "HEAD", "POST", "OPTIONS", "TRACE", "get", "Get", "PROPFIND", "QUERY");
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void decidesAboutNoOtherPathThanIsDispatched(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Client reader = app.signedIn("rea");
            app.reached().clear();
            for (String method : methods().toList()) {
                for (String trick : TRICKS) {
                    app.send(method, trick, "");
                    reader.send(method, trick, "", "X-CSRF-Token: none");
                }
            }
            assertThat(app.reached()).isEmpty();
            Client admin = app.signedIn("ada");
            TRICKS.forEach(admin::get);
            assertThat(app.reached()).isNotEmpty().allMatch(reached -> reached.startsWith("GET /api/admin/x"));
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void answersAnAmbiguousPathWithAProblemAndNothingElse(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            Reply reply = app.send("GET", "/api/%61dmin/x", "");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.text()).contains("\"code\":\"path\"").doesNotContain("dmin");
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void takesMethodsOfItsTableAlone(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            assertThat(app.send("GET", "/api/open", "").status()).isEqualTo(200);
            assertThat(app.send("HEAD", "/api/open", "").status()).isEqualTo(200);
            for (String method : List.of("get", "Get", "PROPFIND", "QUERY", "GETS")) {
                assertThat(app.send(method, "/api/open", "").status())
                        .as(method)
                        .isEqualTo(501);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Container.class)
    void judgesByTheRequestLineWhateverAHeaderAsksFor(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            for (String header : List.of(
                    "X-HTTP-Method-Override: DELETE",
                    "X-HTTP-Method: DELETE",
                    "X-Method-Override: DELETE",
                    "X-Original-URL: /api/admin/x",
                    "X-Rewrite-URL: /api/admin/x")) {
                assertThat(app.send("GET", "/api/open?_method=DELETE", "", header)
                                .text())
                        .startsWith("GET /api/open");
                assertThat(app.send("GET", "/api/admin/x", "", header.replace("/api/admin/x", "/api/open"))
                                .status())
                        .isEqualTo(401);
            }
        }
    }

    @Tag("HTTP-1")
    @ParameterizedTest
    @EnumSource(Container.class)
    void answersNothingInAVersionWithoutHeaders(Container container) {
        try (App app = App.start(container, Policies.cookies())) {
            for (String line : List.of("GET /api/open\r\n\r\n", "GET /api/open HTTP/0.9\r\n\r\n")) {
                app.reached().clear();
                app.text(line);
                assertThat(app.reached()).as(line).isEmpty();
            }
            assertThat(app.text("GET /api/open HTTP/1.0\r\n\r\n")).contains("X-Content-Type-Options: nosniff");
            assertThat(app.reached()).hasSize(1);
        }
    }
}
