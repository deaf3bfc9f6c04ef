package dev.hauberk.spring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.accept;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.nest;
import static org.springframework.web.servlet.function.RouterFunctions.resources;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import dev.hauberk.policy.Problem;
import dev.hauberk.spring.app.Refused;
import dev.hauberk.spring.app.Running;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.MediaType;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** What an application answers otherwise than by a controller: functional routes, servlets and views. */
@Tag("RBAC-4")
class RoutesOfOtherKindsTest {
    private static final String FUNCTIONAL = rules(
            "{path: /people, method: GET, access: signed-in, limit: all}",
            "{path: /people, method: POST, roles: [writer], limit: all, body: none}",
            "{path: \"/people/{id}\", method: GET, permission: \"notes:read\", limit: all}",
            "{path: /v2/people, method: GET, access: signed-in, limit: all}");

    @Test
    void guardsFunctionalRoutesByTheirRules() {
        try (Running running = Running.start(FUNCTIONAL, List.of(People.class))) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/people").statusCode()).isEqualTo(401);
            assertThat(running.get("/people", reader).body()).contains("all");
            assertThat(running.get("/people/7", reader).body()).contains("\"one\":\"7\"");
            assertThat(running.get("/v2/people", reader).body()).contains("all");
            assertThat(running.post("/people", reader).statusCode()).isEqualTo(403);
            assertThat(running.post("/people", running.signedIn("writer")).body())
                    .contains("made");
            assertThat(running.get("/people/7/secrets", reader).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void stopsTheStartAtFunctionalRoutesThatNoRuleCovers() {
        assertThat(problems(Running.POLICY, People.class))
                .anySatisfy(problem -> assertThat(problem).contains("GET /people/{id}"))
                .anySatisfy(problem -> assertThat(problem).contains("POST /people"))
                .anySatisfy(problem -> assertThat(problem).contains("GET /v2/people"))
                .hasSize(4);
    }

    @Test
    void stopsTheStartAtARuleForAFunctionalRouteThatIsNotThere() {
        String more =
                FUNCTIONAL.replace("limits:", "  - {path: /v2/gone, method: GET, access: public, limit: all}\nlimits:");
        assertThat(problems(more, People.class))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("/v2/gone", "notes.yml:"));
    }

    @Test
    void deniesARouteThatCannotBeListed() {
        String policy = rules("{path: /hidden/known, method: GET, access: signed-in, limit: all}");
        try (Running running = Running.start(policy, List.of(Hidden.class))) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/hidden/known", reader).body()).contains("hidden");
            assertThat(running.get("/hidden/other", reader).statusCode()).isEqualTo(403);
            assertThat(running.get("/hidden/known").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OfItsOwnType.class, Files.class})
    void deniesARouterThatCannotBeLookedInto(Class<?> router) {
        String policy = rules("{path: /hidden/known, method: GET, access: signed-in, limit: all}");
        try (Running running = Running.start(policy, List.of(router))) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/hidden/known", reader).body()).contains("hidden");
            assertThat(running.get("/hidden/other", reader).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void stopsTheStartAtAServletThatNoRuleCovers() {
        assertThat(problems(Running.POLICY, Servlets.class))
                .anySatisfy(problem -> assertThat(problem).contains("/report without"))
                .anySatisfy(problem -> assertThat(problem).contains("/files/** without"))
                .hasSize(2);
    }

    @Test
    void guardsServletsByTheirRules() {
        String policy = rules(
                "{path: /report, access: signed-in, limit: all, body: none}",
                "{path: /files/open, method: GET, access: public, limit: all}");
        try (Running running = Running.start(policy, List.of(Servlets.class))) {
            assertThat(running.get("/report").statusCode()).isEqualTo(401);
            assertThat(running.get("/report", running.signedIn("reader")).body())
                    .isEqualTo("a servlet");
            assertThat(running.get("/files/open").body()).isEqualTo("a servlet");
            assertThat(running.get("/files/closed").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void guardsASecondDispatcherByThePathAtWhichItStands() {
        assertThat(problems(Running.POLICY, SecondDispatcher.class))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("/x/** without"));
        String policy = rules(
                "{path: /x/notes, method: GET, roles: [writer], limit: all}",
                "{path: \"/x/{any}\", method: GET, access: signed-in, limit: all}");
        try (Running running = Running.start(policy, List.of(SecondDispatcher.class))) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/x/notes", reader).statusCode()).isEqualTo(403);
            assertThat(running.get("/x/notes", running.signedIn("writer")).statusCode())
                    .isEqualTo(200);
            assertThat(running.get("/x/async", reader).statusCode()).isEqualTo(200);
            assertThat(running.get("/x/open").statusCode()).isEqualTo(401);
            assertThat(running.get("/x/x/notes", reader).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void stopsTheStartAtAViewThatNoRuleCovers() {
        assertThat(problems(Running.POLICY, Views.class))
                .singleElement()
                .satisfies(problem -> assertThat(problem).contains("/old without"));
    }

    @Test
    void knowsWhereTheDispatcherStands() {
        String below = Running.POLICY.replace("{path: /", "{path: /api/");
        try (Running running = Running.start(below, List.of(), "--spring.mvc.servlet.path=/api")) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/api/notes", reader).statusCode()).isEqualTo(200);
            assertThat(running.get("/api/notes").statusCode()).isEqualTo(401);
            assertThat(running.get("/api/open").statusCode()).isEqualTo(200);
            assertThat(running.get("/api/failure", reader).body()).contains("\"requestId\"");
            assertThat(running.get("/auth/me", reader).body()).contains("\"reader\"");
        }
    }

    private static List<String> problems(String policy, Class<?> more) {
        return Refused.problems(policy, List.of(more)).stream()
                .map(Problem::toString)
                .toList();
    }

    private static String rules(String... rules) {
        return Running.POLICY.replace("limits:", "  - " + String.join("\n  - ", rules) + "\nlimits:");
    }

    /** Functional routes, as Spring's own documents write them. */
    @Configuration(proxyBeanMethods = false)
    static class People {
        @Bean
        RouterFunction<ServerResponse> people() {
            return route().path(
                            "/people",
                            people -> people.GET(
                                            "/{id}",
                                            accept(MediaType.ALL),
                                            request ->
                                                    ServerResponse.ok().body(Map.of("one", request.pathVariable("id"))))
                                    .GET(
                                            accept(MediaType.ALL),
                                            request -> ServerResponse.ok().body(Map.of("which", "all")))
                                    .POST(request -> ServerResponse.ok().body(Map.of("which", "made"))))
                    .build();
        }

        @Bean
        RouterFunction<ServerResponse> versionTwo() {
            return nest(
                    path("/v2"),
                    route(GET("/people"), request -> ServerResponse.ok().body(Map.of("which", "all"))));
        }
    }

    /** A route whose predicate says nothing of itself. */
    @Configuration(proxyBeanMethods = false)
    static class Hidden {
        @Bean
        RouterFunction<ServerResponse> hidden() {
            return route(
                    request -> request.path().startsWith("/hidden"),
                    request -> ServerResponse.ok().body(Map.of("which", "hidden")));
        }
    }

    /** A router that Spring knows nothing of. */
    @Configuration(proxyBeanMethods = false)
    static class OfItsOwnType {
        @Bean
        RouterFunction<ServerResponse> ofItsOwnType() {
            return request -> request.path().startsWith("/hidden")
                    ? Optional.of(any -> ServerResponse.ok().body(Map.of("which", "hidden")))
                    : Optional.empty();
        }
    }

    /** Files of a folder. */
    @Configuration(proxyBeanMethods = false)
    static class Files {
        @Bean
        RouterFunction<ServerResponse> files() {
            return resources(request -> Optional.of(request.path())
                    .filter(path -> path.startsWith("/hidden"))
                    .map(path -> new ByteArrayResource("{\"which\": \"hidden\"}".getBytes(UTF_8)) {
                        @Override
                        public String getFilename() {
                            return "hidden.json";
                        }
                    }));
        }
    }

    /** Servlets. */
    @Configuration(proxyBeanMethods = false)
    static class Servlets {
        @Bean
        ServletRegistrationBean<Plain> plain() {
            return new ServletRegistrationBean<>(new Plain(), "/report", "/files/*");
        }
    }

    /** A servlet of the application. */
    static class Plain extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("text/html");
            response.getWriter().write("a servlet");
        }
    }

    /** Every controller a second time. */
    @Configuration(proxyBeanMethods = false)
    static class SecondDispatcher {
        @Bean
        ServletRegistrationBean<DispatcherServlet> second(WebApplicationContext context) {
            ServletRegistrationBean<DispatcherServlet> second =
                    new ServletRegistrationBean<>(new DispatcherServlet(context), "/x/*");
            second.setName("second");
            return second;
        }
    }

    /** A view without a controller. */
    @Configuration(proxyBeanMethods = false)
    static class Views implements WebMvcConfigurer {
        @Override
        public void addViewControllers(ViewControllerRegistry registry) {
            registry.addRedirectViewController("/old", "/new");
        }
    }
}
