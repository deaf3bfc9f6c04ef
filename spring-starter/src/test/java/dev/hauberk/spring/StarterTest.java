package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.spring.app.Headers;
import dev.hauberk.spring.app.Refused;
import dev.hauberk.spring.app.Running;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application under the starter, with Spring Security on its class path. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StarterTest {
    private Running running;
    private String writer;
    private String reader;

    @BeforeAll
    void start() {
        running = Running.start();
        writer = running.signedIn("writer");
        reader = running.signedIn("reader");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    @Tag("AUTHN-9")
    void givesAControllerItsCaller() {
        assertThat(running.get("/notes", writer).body())
                .contains("\"user\":\"writer\"")
                .contains("writer");
        assertThat(running.get("/open").body()).contains("\"anonymous\":true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/open", "/notes", "/writers", "/async", "/failure", "/error-of-its-own", "/nothing", "/error"})
    @Tag("HTTP-1")
    void writesTheSevenHeadersOnceThoughSpringSecurityHasItsOwn(String path) {
        HttpResponse<String> response = running.get(path, writer);
        Headers.assertSeven(response);
        assertThat(response.headers().allValues("Cache-Control")).containsExactly("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/failure", "/error-of-its-own"})
    @Tag("INPUT-3")
    void answersAnApplicationsErrorAsAProblemWithoutItsText(String path) {
        HttpResponse<String> response = running.get(path, writer);
        assertThat(response.statusCode()).isIn(500, 418);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body()).contains("\"code\"", "\"requestId\"").doesNotContain("secret", "ada@", path);
    }

    @Test
    @Tag("RBAC-4")
    void refusesTheErrorPathFromOutside() {
        assertThat(running.get("/error").statusCode()).isEqualTo(401);
        assertThat(running.get("/error", writer).statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("RBAC-4")
    void keepsTheDecisionOverAnAsynchronousDispatch() {
        assertThat(running.get("/async").statusCode()).isEqualTo(401);
        assertThat(running.get("/async", reader).body()).contains("another");
    }

    @Test
    @Tag("RBAC-3")
    void letsMethodSecuritySeeOurRolesAndPermissions() {
        List<Event> seen = Collections.synchronizedList(new ArrayList<>());
        running.bean(Events.class).subscribe(seen::add);
        assertThat(running.get("/writers", writer).statusCode()).isEqualTo(200);
        HttpResponse<String> denied = running.get("/writers", reader);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("\"code\":\"forbidden\"");
        assertThat(seen)
                .anyMatch(event -> event.control() == Control.RBAC_4 && event.outcome() == Event.Outcome.DENIED);
    }

    @Test
    @Tag("RBAC-5")
    void leavesNoCallerInSpringSecuritysContext() {
        for (int i = 0; i < 50; i++) {
            assertThat(running.get("/notes", writer).statusCode()).isEqualTo(200);
            assertThat(running.get("/open").body()).doesNotContain("writer").contains("\"anonymous\":true");
        }
    }

    @Test
    @Tag("AUTHN-9")
    void makesUpNoUserAndNoForm() {
        assertThat(running.has("inMemoryUserDetailsManager")).isFalse();
        assertThat(running.get("/login").statusCode()).isEqualTo(401);
        assertThat(running.get("/notes").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(running.get("/notes", writer).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    @Tag("AUTHN-2")
    void isThePasswordEncoder() {
        PasswordEncoder encoder = running.bean(PasswordEncoder.class);
        String hash = encoder.encode("Correct-Horse-7-Battery");
        assertThat(hash).startsWith("$2");
        assertThat(encoder.matches("Correct-Horse-7-Battery", hash)).isTrue();
        assertThat(encoder.matches("correct-horse-7-battery", hash)).isFalse();
    }

    @Test
    @Tag("RBAC-4")
    void stopsTheStartAtAHandlerThatNoRuleCovers() {
        assertThat(Refused.problems(Running.POLICY, List.of(Forgotten.class)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("GET /forgotten", "RBAC-4"));
    }

    @Test
    @Tag("RBAC-4")
    void stopsTheStartAtARuleThatCoversNoHandler() {
        String more = Running.POLICY.replace(
                "limits:", "  - {path: /gone, method: GET, access: public, limit: all}\nlimits:");
        assertThat(Refused.problems(more, List.of()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("/gone", "notes.yml:"));
    }

    @Test
    @Tag("RBAC-4")
    void stopsTheStartAtAChainThatKnowsNothingOfUs() {
        assertThat(Refused.problems(Running.POLICY, List.of(OwnChain.class)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("CsrfFilter", "HauberkSecurity"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--server.forward-headers-strategy=native",
                "--spring.mvc.hiddenmethod.filter.enabled=true",
                "--server.forward-headers-strategy=framework",
                "--server.forwardHeadersStrategy=NATIVE",
                "--server.tomcat.remoteip.remote-ip-header=X-Forwarded-For",
                "--server.tomcat.remoteip.protocolHeader=X-Forwarded-Proto"
            })
    @Tag("HTTP-7")
    void stopsTheStartAtASettingThatWouldUndoAControl(String argument) {
        assertThat(Refused.problems(Running.POLICY, List.of(), argument)).hasSize(1);
    }

    /** A controller of which the policy knows nothing. */
    @RestController
    static class Forgotten {
        @GetMapping("/forgotten")
        String forgotten() {
            return "";
        }
    }

    /** A chain as an application might have had it before. */
    @Configuration(proxyBeanMethods = false)
    static class OwnChain {
        @Bean
        SecurityFilterChain own(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }
}
