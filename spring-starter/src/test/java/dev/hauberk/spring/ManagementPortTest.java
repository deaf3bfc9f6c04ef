package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.servlet.log.LineSink;
import dev.hauberk.spring.app.Headers;
import dev.hauberk.spring.app.Refused;
import dev.hauberk.spring.app.Running;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Actuator on a port of its own: a second container, attacked over its own socket. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManagementPortTest {
    private static final String[] ARGUMENTS = {
        "--management.server.port=0",
        "--management.endpoints.access.default=unrestricted",
        "--management.endpoints.web.exposure.include=health,keys,breaks",
        "--spring.web.error.include-message=always",
        "--spring.web.error.include-exception=true"
    };
    private static final String POLICY = Running.POLICY.replace("limits:", """
              - {path: /actuator/health, method: GET, access: public, limit: all}
              - {path: /actuator/health/**, method: GET, access: public, limit: all}
              - {path: /actuator/keys, method: GET, roles: [writer], limit: all}
              - {path: /actuator/breaks, method: GET, access: signed-in, limit: all}
            limits:""");

    private Running running;
    private String writer;
    private String reader;

    @BeforeAll
    void start() {
        running = Running.start(POLICY, List.of(Endpoints.class, Sink.class), ARGUMENTS);
        writer = running.signedIn("writer");
        reader = running.signedIn("reader");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    @Tag("RBAC-4")
    void letsARoleThroughThatARulePermitsAndNobodyElse() {
        assertThat(management("/actuator/keys", "").statusCode()).isEqualTo(401);
        assertThat(management("/actuator/keys", reader).statusCode()).isEqualTo(403);
        HttpResponse<String> permitted = management("/actuator/keys", writer);
        assertThat(permitted.statusCode()).isEqualTo(200);
        assertThat(permitted.body()).contains("\"primary\":\"k1\"");
        assertThat(management("/actuator/health", "").body()).contains("UP");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/env",
                "/actuator/keys/",
                "/actuator/keys;x=y",
                "/actuator//keys",
                "/actuator/health/../keys",
                "/actuator/%6beys/../keys",
                "/error",
                "/hauberk-problem"
            })
    @Tag("RBAC-4")
    void deniesWhatNoRuleCoversHoweverItIsWritten(String path) {
        HttpResponse<String> denied = management(path, reader);
        assertThat(denied.statusCode()).isIn(400, 403);
        assertThat(denied.body()).contains("\"code\"").doesNotContain("k1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/nothing",
                "/actuator/breaks",
                "/actuator/env",
                "/nothing",
                "/%2f",
                "/actuator/health/%00"
            })
    @Tag("HTTP-1")
    void writesTheSevenHeadersOnceOnWhateverIsAnswered(String path) {
        Headers.assertSeven(management(path, ""));
        Headers.assertSeven(management(path, writer));
    }

    @Test
    @Tag("AUDIT-2")
    void writesALineOfTheLogForARequestOfEitherPort() throws InterruptedException {
        for (URI uri : List.of(running.onManagementPort("/actuator/health/logged"), running.uri("/logged"))) {
            running.get(uri, "");
            // A line is written when the response is complete, which may be after the client has it.
            String line;
            do {
                line = Sink.lines.poll(10, TimeUnit.SECONDS);
                assertThat(line).as("a line for " + uri.getPath()).isNotNull();
            } while (!line.contains(uri.getPath()));
            assertThat(line).contains("\"event\":\"request\"", "\"status\":");
        }
    }

    @Test
    @Tag("INPUT-3")
    void answersAnErrorOfAnEndpointAsAProblemWithoutItsText() {
        HttpResponse<String> response = management("/actuator/breaks", writer);
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body())
                .contains("\"code\"", "\"requestId\"")
                .doesNotContain("secret", "ada@", "IllegalState", "breaks");
    }

    @Test
    @Tag("RATE-2")
    void countsTheRequestsOfBothPortsTogether() {
        String few = POLICY.replace("1000 per 1m per user", "4 per 1d per user");
        try (Running strict = Running.start(few, List.of(Endpoints.class), ARGUMENTS)) {
            String token = strict.signedIn("writer");
            URI keys = strict.onManagementPort("/actuator/keys");
            for (int i = 0; i < 2; i++) {
                assertThat(strict.get(keys, token).statusCode()).isEqualTo(200);
                assertThat(strict.get("/notes", token).statusCode()).isEqualTo(200);
            }
            assertThat(strict.get(keys, token).statusCode()).isEqualTo(429);
            assertThat(strict.get("/notes", token).statusCode()).isEqualTo(429);
        }
    }

    @Test
    @Tag("SESS-4")
    void refusesASessionThatEndedOnTheOtherPort() {
        String ended = running.signedIn("writer", "leaving");
        assertThat(management("/actuator/keys", ended).statusCode()).isEqualTo(200);
        assertThat(running.post("/auth/sign-out", ended).statusCode()).isEqualTo(204);
        assertThat(management("/actuator/keys", ended).statusCode()).isEqualTo(401);
    }

    @Test
    @Tag("RBAC-4")
    void stopsTheStartAtAnEndpointThatNoRuleCovers() {
        String less = POLICY.lines()
                .filter(line -> !line.contains("/actuator/keys"))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(Refused.problems(less, List.of(Endpoints.class), ARGUMENTS))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("GET /actuator/keys", "RBAC-4"));
    }

    @Test
    @Tag("RBAC-4")
    void stopsTheStartAtARuleForAnEndpointThatIsNotThere() {
        String more = POLICY.replace(
                "limits:", "  - {path: /actuator/gone, method: GET, access: public, limit: all}\nlimits:");
        assertThat(Refused.problems(more, List.of(Endpoints.class), ARGUMENTS))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString()).contains("/actuator/gone", "notes.yml:"));
    }

    @Test
    @Tag("RBAC-4")
    void guardsActuatorOnTheApplicationsOwnPortAlike() {
        String[] same = {ARGUMENTS[1], ARGUMENTS[2]};
        try (Running one = Running.start(POLICY, List.of(Endpoints.class), same)) {
            assertThat(one.get("/actuator/keys").statusCode()).isEqualTo(401);
            assertThat(one.get("/actuator/keys", one.signedIn("reader")).statusCode())
                    .isEqualTo(403);
            assertThat(one.get("/actuator/keys", one.signedIn("writer")).body()).contains("k1");
        }
    }

    @Test
    @Tag("RBAC-4")
    void readsPathsFromTheManagementContainersRootOn() {
        List<String> arguments = new ArrayList<>(List.of(ARGUMENTS));
        arguments.add("--management.server.base-path=/manage");
        arguments.add("--management.endpoints.web.base-path=/");
        String moved = POLICY.replace("{path: /actuator/", "{path: /");
        try (Running one = Running.start(moved, List.of(Endpoints.class), arguments.toArray(String[]::new))) {
            URI keys = one.onManagementPort("/manage/keys");
            assertThat(one.get(keys, "").statusCode()).isEqualTo(401);
            assertThat(one.get(keys, one.signedIn("reader")).statusCode()).isEqualTo(403);
            assertThat(one.get(keys, one.signedIn("writer")).body()).contains("k1");
            assertThat(one.get(one.onManagementPort("/keys"), "").statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> management(String path, String token) {
        return running.get(running.onManagementPort(path), token);
    }

    /** Endpoints of the application's own. */
    @Configuration(proxyBeanMethods = false)
    static class Endpoints {
        @Bean
        Keys keys() {
            return new Keys();
        }

        @Bean
        Breaks breaks() {
            return new Breaks();
        }
    }

    /** Tells something that not everybody may know. */
    @Endpoint(id = "keys")
    static class Keys {
        @ReadOperation
        Map<String, String> keys() {
            return Map.of("primary", "k1");
        }
    }

    /** Fails. */
    @Endpoint(id = "breaks")
    static class Breaks {
        @ReadOperation
        Map<String, String> breaks() {
            throw new IllegalStateException("secret of ada@acme.example");
        }
    }

    /** Keeps the request log. */
    @Configuration(proxyBeanMethods = false)
    static class Sink {
        static final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

        @Bean
        HauberkCustomizer sink() {
            return builder -> builder.requestLog(LineSink.of(lines::add));
        }
    }
}
