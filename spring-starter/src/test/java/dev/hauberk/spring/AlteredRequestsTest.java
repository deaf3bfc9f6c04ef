package dev.hauberk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.policy.Problem;
import dev.hauberk.spring.app.Headers;
import dev.hauberk.spring.app.Refused;
import dev.hauberk.spring.app.Running;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.HiddenHttpMethodFilter;

/** Filters of the application that make another request of the one that was decided. */
class AlteredRequestsTest {
    private static final String WITH_DELETE = Running.POLICY.replace(
            "limits:", "  - {path: /notes, method: DELETE, roles: [writer], limit: all}\nlimits:");

    @ParameterizedTest
    @ValueSource(classes = {RewrittenPath.class, RewrittenAddress.class})
    @Tag("RBAC-4")
    void refusesAHandlerThatIsNotTheOneThatWasDecided(Class<?> rewriting) {
        try (Running running = Running.start(Running.POLICY, List.of(rewriting))) {
            List<Event> seen = new CopyOnWriteArrayList<>();
            running.bean(Events.class).subscribe(seen::add);
            HttpResponse<String> response = running.get("/open?to=/notes");
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).contains("\"code\"").doesNotContain("user", "roles");
            Headers.assertSeven(response);
            assertThat(seen)
                    .filteredOn(event -> event.details().containsValue("another route"))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.control()).isEqualTo(Control.RBAC_4);
                        assertThat(event.outcome()).isEqualTo(Event.Outcome.DENIED);
                    });
            assertThat(running.get("/open").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {RewrittenPath.class, RewrittenAddress.class})
    @Tag("RBAC-4")
    void refusesAHandlerThatAStricterRuleCoversThoughTheWiderOneMatchesItToo(Class<?> rewriting) {
        String policy = Running.POLICY.replace("limits:", """
                  - {path: /area/secret, method: GET, roles: [writer], limit: all}
                  - {path: /area/**, method: GET, access: signed-in, limit: all}
                limits:""");
        try (Running running = Running.start(policy, List.of(Area.class, rewriting))) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/area/open?to=/area/secret", reader).statusCode())
                    .isEqualTo(500);
            assertThat(running.get("/area/open?to=/area/%73ecret", reader).statusCode())
                    .isEqualTo(500);
            assertThat(running.get("/area/open?to=/area/other", reader).body()).contains("other");
            assertThat(running.get("/area/caf%C3%A9%20au%20lait", reader).body())
                    .contains("caf\u00e9 au lait");
        }
    }

    @Test
    @Tag("RBAC-4")
    void refusesAMethodThatIsNotTheOneThatWasDecided() {
        try (Running running = Running.start(WITH_DELETE, List.of(Deleting.class, RewrittenMethod.class))) {
            String reader = running.signedIn("reader");
            assertThat(running.get("/notes?to=DELETE", reader).statusCode()).isEqualTo(500);
            assertThat(running.get("/notes", reader).statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Tag("POSTURE-2")
    void countsInShadowModeWhatItWouldRefuse() {
        String shadow =
                "modes: {RBAC-4: shadow}\naccept: [{control: RBAC-4, why: a test, by: a test, until: 2099-01-01}]\n"
                        + Running.POLICY;
        try (Running running = Running.start(shadow, List.of(RewrittenAddress.class))) {
            List<Event> seen = new CopyOnWriteArrayList<>();
            running.bean(Events.class).subscribe(seen::add);
            assertThat(running.get("/open?to=/notes").statusCode()).isEqualTo(200);
            assertThat(seen)
                    .anyMatch(event -> event.outcome() == Event.Outcome.SHADOWED
                            && event.details().containsValue("another route"));
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Forwarded.class, OwnForwarded.class})
    @Tag("HTTP-7")
    void stopsTheStartAtAFilterThatResolvesForwardingHeadersAgain(Class<?> filter) {
        assertThat(Refused.problems(Running.POLICY, List.of(filter)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.control()).hasValue(Control.HTTP_7))
                .extracting(Problem::set)
                .asString()
                .contains("Forward");
    }

    @ParameterizedTest
    @ValueSource(classes = {HiddenMethod.class, RegisteredHiddenMethod.class})
    @Tag("RBAC-4")
    void stopsTheStartAtAFilterThatChangesTheMethod(Class<?> filter) {
        assertThat(Refused.problems(Running.POLICY, List.of(filter)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.control()).hasValue(Control.RBAC_4))
                .extracting(Problem::set)
                .asString()
                .contains("HiddenHttpMethodFilter");
    }

    @Test
    @Tag("RBAC-4")
    void startsWithSuchAFilterThatIsSwitchedOff() {
        try (Running running = Running.start(Running.POLICY, List.of(SwitchedOff.class))) {
            assertThat(running.get("/open").statusCode()).isEqualTo(200);
        }
    }

    private static Filter rewriting(UnaryOperator<HttpServletRequest> rewrite) {
        return (request, response, chain) -> chain.doFilter(
                request.getParameter("to") == null ? request : rewrite.apply((HttpServletRequest) request), response);
    }

    /** Changes the path in all its forms. */
    @Configuration(proxyBeanMethods = false)
    static class RewrittenPath {
        @Bean
        Filter rewritten() {
            return rewriting(request -> new HttpServletRequestWrapper(request) {
                @Override
                public String getRequestURI() {
                    return request.getParameter("to");
                }

                @Override
                public String getServletPath() {
                    return request.getParameter("to");
                }
            });
        }
    }

    /** Changes the path in the form that Spring MVC looks at. */
    @Configuration(proxyBeanMethods = false)
    static class RewrittenAddress {
        @Bean
        Filter rewritten() {
            return rewriting(request -> new HttpServletRequestWrapper(request) {
                @Override
                public String getRequestURI() {
                    return request.getParameter("to");
                }
            });
        }
    }

    /** Changes the method, as a hidden field of a form would. */
    @Configuration(proxyBeanMethods = false)
    static class RewrittenMethod {
        @Bean
        Filter rewritten() {
            return rewriting(request -> new HttpServletRequestWrapper(request) {
                @Override
                public String getMethod() {
                    return request.getParameter("to");
                }
            });
        }
    }

    /** Answers what one rule covers, and what a stricter one before it does. */
    @RestController
    static class Area {
        @GetMapping("/area/{name}")
        Map<String, String> any(@PathVariable("name") String name) {
            return Map.of("name", name);
        }

        @GetMapping("/area/secret")
        Map<String, String> secret() {
            return Map.of("name", "secret");
        }
    }

    /** Answers another method of the same path. */
    @RestController
    static class Deleting {
        @DeleteMapping("/notes")
        void delete() {
            throw new IllegalStateException("deleted");
        }
    }

    /** A bean of Spring's own filter. */
    @Configuration(proxyBeanMethods = false)
    static class Forwarded {
        @Bean
        ForwardedHeaderFilter forwarded() {
            return new ForwardedHeaderFilter();
        }
    }

    /** A filter derived from Spring's, which is no bean. */
    @Configuration(proxyBeanMethods = false)
    static class OwnForwarded {
        @Bean
        FilterRegistrationBean<Filter> forwarded() {
            return new FilterRegistrationBean<>(new ForwardedHeaderFilter() {});
        }
    }

    /** A bean of Spring's own filter. */
    @Configuration(proxyBeanMethods = false)
    static class HiddenMethod {
        @Bean
        HiddenHttpMethodFilter hidden() {
            return new HiddenHttpMethodFilter();
        }
    }

    /** One that is no bean, for some paths. */
    @Configuration(proxyBeanMethods = false)
    static class RegisteredHiddenMethod {
        @Bean
        FilterRegistrationBean<Filter> hidden() {
            FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new HiddenHttpMethodFilter());
            registration.addUrlPatterns("/notes");
            return registration;
        }
    }

    /** One that does nothing. */
    @Configuration(proxyBeanMethods = false)
    static class SwitchedOff {
        @Bean
        FilterRegistrationBean<Filter> hidden() {
            FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new HiddenHttpMethodFilter());
            registration.setEnabled(false);
            return registration;
        }
    }
}
