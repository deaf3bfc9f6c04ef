package dev.hauberk.rbac.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.Policies;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-4")
class CoverageTest {
    private final Routes routes = Routes.of(Policies.of("""
            routes:
              - {path: /api/stats, method: GET, access: public}
              - {path: "/api/prompts/{id}", method: [GET, DELETE], access: signed-in}
              - {path: "/api/prompts/{id}", method: PUT, access: signed-in, body: none}
              - {path: /static/**, method: GET, access: public}
              - {path: "/api/users/{id}/**", access: signed-in, body: any}
            """));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/stats",
                "GET|HEAD /api/stats",
                "HEAD /api/stats",
                "/api/stats",
                "GET|PUT|DELETE /api/prompts/{id}",
                "GET /api/prompts/{other}",
                "GET /api/prompts/{id:[0-9]+}",
                "GET /api/prompts/{id:[^/]{2,8}}",
                "GET /api/prompts/*",
                "GET /api/prompts/p-*",
                "GET /api/prompts/p?",
                "GET /api/prompts/featured",
                "/api/prompts/{id}",
                "GET /static/**",
                "GET /static/{*rest}",
                "GET /static",
                "GET /static/css/*.css",
                "GET /static/**/x.js",
                "GET /static/{a}/{b}",
                "GET|POST|OPTIONS /api/users/{id}/role",
                "/api/users/{id}/**",
                "/api/users/7"
            })
    void coversAMappingWhoseEveryRequestARuleMatches(String mapping) {
        assertThat(routes.coverage(List.of(mapping(mapping))).uncovered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/other",
                "GET|POST /api/stats",
                "POST /api/stats",
                "OPTIONS /api/stats",
                "GET /api/stats/",
                "GET /api/{any}",
                "GET /api/*",
                "GET|POST /api/prompts/{id}",
                "GET /api/prompts",
                "GET /api/prompts/{id}/x",
                "GET /api/prompts/**",
                "GET /api/prompts/{*rest}",
                "GET /**",
                "GET /{*all}",
                "POST /static/**",
                "GET /api/users/**",
                "/api/users",
                "/",
                "",
                "/**",
                "GET /api/statſ"
            })
    void namesAMappingWithARequestThatNoRuleMatches(String text) {
        Mapping mapping = mapping(text);
        assertThat(routes.coverage(List.of(mapping)).uncovered()).containsExactly(mapping);
    }

    @Test
    void namesTheRulesThatNoMappingReaches() {
        Coverage coverage = routes.coverage(List.of(
                mapping("GET /api/stats"), mapping("DELETE /api/prompts/{id:[0-9]+}"), mapping("GET /static/app.js")));
        assertThat(coverage.unused()).extracting(rule -> rule.place().line()).containsExactly(4, 6);
        assertThat(coverage.uncovered()).isEmpty();
        assertThat(coverage.isComplete()).isFalse();
    }

    @Test
    void isCompleteWhereEachHasItsCounterpart() {
        Coverage coverage = routes.coverage(List.of(
                mapping("GET /api/stats"),
                mapping("GET|PUT|DELETE /api/prompts/{id}"),
                mapping("/static/**"),
                mapping("/api/users/{id}/role")));
        assertThat(coverage).isEqualTo(new Coverage(List.of(), List.of()));
        assertThat(coverage.isComplete()).isTrue();
    }

    @Test
    void namesEverythingWhereThereAreNoRules() {
        List<Mapping> mappings = List.of(mapping("GET /a"), mapping("/b"));
        assertThat(Routes.of(Policies.of("{}")).coverage(mappings)).isEqualTo(new Coverage(mappings, List.of()));
    }

    @Test
    void showsAMappingAsItsMethodsAndItsPattern() {
        assertThat(mapping("PUT|GET /a/{id}")).hasToString("GET|PUT /a/{id}");
        assertThat(mapping("/static/**")).hasToString("/static/**");
    }

    @Test
    void comparesWhatDecidedWithWhatIsDispatched() {
        RoutePolicy prompts = routes.match("GET", "/api/prompts/7").orElseThrow();
        assertThat(routes.overlaps(prompts, mapping("GET /api/prompts/{id}"))).isTrue();
        assertThat(routes.overlaps(prompts, mapping("/api/**"))).isTrue();
        assertThat(routes.overlaps(prompts, mapping("PUT /api/prompts/{id}"))).isFalse();
        assertThat(routes.overlaps(prompts, mapping("GET /api/prompts"))).isFalse();
        assertThat(routes.overlaps(prompts, mapping("GET /api/stats"))).isFalse();
        assertThat(routes.overlaps(Rules.rule("/api/prompts/{id}", Set.of()), mapping("GET /api/prompts/{id}")))
                .isFalse();
    }

    private static Mapping mapping(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? new Mapping(Set.of(), text)
                : new Mapping(
                        Set.copyOf(Arrays.asList(text.substring(0, space).split("\\|"))), text.substring(space + 1));
    }
}
