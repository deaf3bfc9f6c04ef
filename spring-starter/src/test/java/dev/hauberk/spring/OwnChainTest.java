package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.spring.app.Headers;
import dev.hauberk.spring.app.Refused;
import dev.hauberk.spring.app.Running;
import dev.hauberk.spring.security.HauberkSecurity;
import java.net.http.HttpResponse;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with a chain of Spring Security of its own, which has {@code hauberk()} in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnChainTest {
    private static final String POLICY = Running.POLICY.replace("limits:", """
              - {path: /principal, method: GET, access: signed-in, limit: all}
            limits:""");

    private final List<Event> seen = new CopyOnWriteArrayList<>();
    private Running running;
    private String writer;
    private String reader;

    @BeforeAll
    void start() {
        running = Running.start(POLICY, List.of(Own.class, Principals.class));
        running.bean(Events.class).subscribe(seen::add);
        writer = running.signedIn("writer");
        reader = running.signedIn("reader");
    }

    @AfterAll
    void stop() {
        running.close();
    }

    @Test
    @Tag("RBAC-4")
    void answersWhatTheChainDeniesAsItsOwnRefusalAndAnEvent() {
        seen.clear();
        HttpResponse<String> denied = running.get("/async", reader);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("\"code\":\"forbidden\"", "\"requestId\"");
        assertThat(denied.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        Headers.assertSeven(denied);
        assertThat(seen)
                .filteredOn(event -> event.outcome() == Event.Outcome.DENIED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.control()).isEqualTo(Control.RBAC_4);
                    assertThat(event.details()).containsEntry("rule", "a chain of Spring Security");
                });
        assertThat(running.get("/async", writer).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("RBAC-4")
    void answersNobodyWhomTheChainDeniesWithAnInvitationToSignIn() {
        HttpResponse<String> denied = running.get("/open");
        assertThat(denied.statusCode()).isEqualTo(401);
        assertThat(denied.body()).contains("\"code\":\"unauthenticated\"");
        assertThat(running.get("/open", reader).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("RBAC-4")
    void letsTheChainPermitNothingThatThePolicyDenies() {
        assertThat(running.get("/notes").statusCode()).isEqualTo(401);
        assertThat(running.get("/nothing", writer).statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("RBAC-3")
    void letsMethodSecurityAndThePrincipalSeeTheCaller() {
        assertThat(running.get("/writers", writer).statusCode()).isEqualTo(200);
        assertThat(running.get("/writers", reader).statusCode()).isEqualTo(403);
        assertThat(running.get("/principal", reader).body())
                .contains("\"name\":\"reader\"", "ROLE_reader", "notes:read");
    }

    @Test
    @Tag("HTTP-6")
    void switchesOffWhatItDoesItself() {
        List<String> filters = running.bean(SecurityFilterChain.class).getFilters().stream()
                .map(filter -> filter.getClass().getSimpleName())
                .toList();
        assertThat(filters)
                .contains("CallerContextFilter", "AuthorizationFilter")
                .doesNotContain(
                        "CsrfFilter",
                        "HeaderWriterFilter",
                        "CorsFilter",
                        "LogoutFilter",
                        "RequestCacheAwareFilter",
                        "SessionManagementFilter",
                        "UsernamePasswordAuthenticationFilter",
                        "DefaultLoginPageGeneratingFilter",
                        "DefaultLogoutPageGeneratingFilter",
                        "BasicAuthenticationFilter");
        assertThat(running.get("/login").statusCode()).isEqualTo(401);
        assertThat(running.post("/logout", writer).statusCode()).isEqualTo(403);
    }

    @Test
    @Tag("SESS-1")
    void makesNoSessionOfTheContainers() {
        assertThat(running.get("/notes", writer).headers().firstValue("Set-Cookie"))
                .isEmpty();
        assertThat(running.get("/async", reader).headers().firstValue("Set-Cookie"))
                .isEmpty();
        assertThat(running.get("/open").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    @Tag("RBAC-4")
    void stopsTheStartWhereOneOfTwoChainsKnowsNothingOfIt() {
        assertThat(Refused.problems(POLICY, List.of(Own.class, Principals.class, Second.class)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.toString()).contains("HeaderWriterFilter", "CsrfFilter", "HauberkSecurity"));
    }

    /** A chain that has more to say than the policy, and had a form before. */
    @Configuration(proxyBeanMethods = false)
    static class Own {
        @Bean
        SecurityFilterChain own(HttpSecurity http) throws Exception {
            return http.formLogin(withDefaults())
                    .httpBasic(withDefaults())
                    .with(HauberkSecurity.hauberk(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/async")
                            .hasRole("writer")
                            .requestMatchers("/open")
                            .authenticated()
                            .anyRequest()
                            .permitAll())
                    .build();
        }
    }

    /** A second chain, as it was before. */
    @Configuration(proxyBeanMethods = false)
    static class Second {
        @Bean
        @Order(1)
        SecurityFilterChain second(HttpSecurity http) throws Exception {
            return http.securityMatcher("/second/**").build();
        }
    }

    /** Shows whom Spring sees. */
    @RestController
    static class Principals {
        @GetMapping("/principal")
        Map<String, String> principal(Principal principal) {
            return Map.of("name", principal.getName(), "all", principal.toString());
        }
    }
}
