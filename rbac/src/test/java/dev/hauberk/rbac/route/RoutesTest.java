package dev.hauberk.rbac.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.rbac.Policies;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-4")
class RoutesTest {
    private final Routes routes = Routes.of(Policies.of("""
            roles: {admin: {}}
            routes:
              - {path: /, method: GET, access: public}
              - {path: /api/stats, method: GET, access: public}
              - {path: /api/admin/open, access: public}
              - {path: /api/admin/**, roles: [admin]}
              - {path: "/api/prompts/{id}", method: [GET, DELETE], access: signed-in}
              - {path: "/api/prompts/{id}", method: POST, access: signed-in, body: none}
              - {path: "/api/orgs/{org}/files/**", method: GET, access: signed-in}
            """));

    @ParameterizedTest
    @CsvSource({
        "GET, /, 1",
        "GET, /api/stats, 2",
        "HEAD, /api/stats, 2",
        "GET, /api/admin/open, 3",
        "BREW, /api/admin/open, 3",
        "GET, /api/admin, 4",
        "GET, /api/admin/, 4",
        "GET, /api/admin/open/, 4",
        "get, /api/admin/x, 4",
        "OPTIONS, /api/admin/x/y/z, 4",
        "GET, /api/prompts/7, 5",
        "HEAD, /api/prompts/7, 5",
        "DELETE, /api/prompts/{id}, 5",
        "POST, /api/prompts/7, 6",
        "GET, /api/orgs/a/files, 7",
        "GET, /api/orgs/a/files/b/c, 7",
    })
    void letsTheFirstRuleThatMatchesDecide(String method, String path, int rule) {
        assertThat(routes.match(method, path))
                .map(found -> found.place().line())
                .hasValue(rule + 2);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api",
        "POST, /api/stats",
        "OPTIONS, /api/stats",
        "TRACE, /api/stats",
        "get, /api/stats",
        "Get, /api/stats",
        "head, /api/stats",
        "'GET ', /api/stats",
        "'', /api/stats",
        "HEAD, /api/prompts",
        "PUT, /api/prompts/7",
    })
    void hasNoRuleForAnotherMethod(String method, String path) {
        assertThat(routes.match(method, path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/stats/", "//api/stats", "/api//stats", "/API/stats", "/api/Stats", "/apı/stats", "/api/statſ",
                        "/api/stats.json", "/api/stats;x=y",
                "/api/stat%73", "/api/stats%2f", "/api/stats?x", "/api/stats#x", "/api/stats ", " /api/stats",
                        "api/stats", "/api/stats\0", "/api/./stats",
                "/api/x/../stats", "\\api\\stats", "/api/st", "/api/statss", "/api/stats/x", "", "*",
                        "http://host/api/stats", "/api/administrators",
                "/api/prompts/", "/api/prompts//", "/api/prompts/7/", "/api/prompts/7/8", "/api/orgs//files",
                        "/api/orgs/files", "/api/orgs/a/filesx", "//"
            })
    void hasNoRuleForAPathThatIsNotExactlyOne(String path) {
        assertThat(routes.match("GET", path)).isEmpty();
    }

    @Test
    void coversEveryPathWithTwoStarsAlone() {
        Routes all = Routes.of(Policies.of("{routes: [{path: /**, access: signed-in}]}"));
        for (String path : new String[] {"/", "/a", "/a/", "/a/b", "//"}) {
            assertThat(all.match("GET", path)).as(path).isPresent();
        }
        assertThat(all.match("OPTIONS", "*")).isEmpty();
        assertThat(all.match("GET", "")).isEmpty();
    }

    @Test
    void hasNoRuleUnderAPolicyWithoutRoutes() {
        assertThat(Routes.of(Policies.of("{}")).match("GET", "/")).isEmpty();
    }

    @Test
    void answersTheRuleItselfEachTime() {
        Optional<RoutePolicy> rule = routes.match("GET", "/");
        assertThat(routes.match("HEAD", "/")).isSameAs(rule);
    }
}
