package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-4")
class RouteCheckTest {
    private static final String ABOVE = """
            permissions: [users:read]
            roles: {admin: {}}
            limits: {api: 100 per 1m per user}
            input: {bodies: {note: {text: text 1..9}}}
            routes:
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{path: /a}|access [RBAC-4]|who may call it",
                "{path: /a, access: public, roles: admin}|access [RBAC-4]|set: both",
                "{path: /a, access: public, permission: 'users:read'}|access [RBAC-4]|set: both",
                "{path: /a, roles: amdin}|roles [RBAC-4]|Did you mean admin?",
                "{path: /a, permission: 'users:raed'}|permission [RBAC-3]|Did you mean users:read?",
                "{path: /a, permission: '*'}|permission [RBAC-3]|Declare it",
                "{path: /a, access: signed-in, limit: apo}|limit [RATE-2]|Did you mean api?",
                "{path: /a, access: signed-in, method: POST}|body [INPUT-1]|what body it takes",
                "{path: /a, access: signed-in, method: [GET, PATCH]}|body [INPUT-1]|what body it takes",
                "{path: /a, access: signed-in, method: PUT, body: nite}|body [INPUT-1]|Did you mean note?",
                "{path: /a, access: signed-in, method: get}|method [RBAC-4]|in upper case",
                "{path: /a, access: signed-in, method: HEAD}|method [RBAC-4]|GET covers HEAD",
                "{path: /a, access: signed-in, method: TRACE}|method [RBAC-4]|one of GET",
                "{path: a, access: signed-in}|path [RBAC-4]|a path starts with /",
                "{path: '/a/*', access: signed-in}|path [RBAC-4]|a path is exact",
                "{path: '/a/**/b', access: signed-in}|path [RBAC-4]|a path is exact",
                "{path: '/a/{b', access: signed-in}|path [RBAC-4]|a path is exact",
                "{path: '/a/x{b}', access: signed-in}|path [RBAC-4]|a path is exact",
                "{path: '/a/../b', access: signed-in}|path [RBAC-4]|no . or ..",
                "{path: '/a;b=c', access: signed-in}|path [RBAC-4]|a path is exact",
                "{path: '/a%2fb', access: signed-in}|path [RBAC-4]|a path is exact",
                "{path: '/a?b', access: signed-in}|path [RBAC-4]|a path is exact",
            })
    void refusesARule(String rule, String key, String says) {
        assertThat(Written.lines(ABOVE + "  - " + rule + "\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:6  routes." + key)
                .contains(says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{path: /a, access: public, limit: api}",
                "{path: '/a/{b}/c', method: [GET, DELETE], permission: 'users:read'}",
                "{path: /**, roles: admin, access: signed-in}",
                "{path: /a, access: signed-in, method: POST, body: none}",
                "{path: /a, access: signed-in, method: POST, body: any}",
                "{path: /a, access: signed-in, method: [POST, PUT, PATCH], body: note}",
                "{path: /a, access: signed-in, tenants: all}",
            })
    void takesARule(String rule) {
        assertThat(Written.lines(ABOVE + "  - " + rule + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path: /a|path: /a",
                "path: /a/**|path: /a",
                "path: /a/**|path: /a/b",
                "path: /a/**|path: '/a/{b}/c'",
                "path: /a/**|path: /a/b/**",
                "path: /a/**|path: /a/**",
                "path: /**|path: /a, method: GET",
                "path: '/a/{b}'|path: /a/b",
                "path: '/a/{b}'|path: '/a/{c}'",
                "path: /a, method: [GET, DELETE]|path: /a, method: GET",
                "path: '/{a}/b'|path: /c/b",
            })
    void refusesARuleThatOneAboveCovers(String above, String below) {
        assertThat(Written.lines(
                        ABOVE + "  - {access: public, " + above + "}\n  - {access: signed-in, " + below + "}\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:7  routes.path [RBAC-4]")
                .contains("hauberk.yml:6 covers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path: /a|path: /b",
                "path: /a|path: /a/",
                "path: /a|path: /A",
                "path: /a/b|path: '/a/{b}'",
                "path: /a/b|path: /a/**",
                "path: '/a/{b}'|path: /a/**",
                "path: '/a/{b}'|path: /a/b/c",
                "path: '/a/{b}'|path: /a/",
                "path: /a/**|path: /ab",
                "path: /a, method: GET|path: /a",
                "path: /a, method: GET|path: /a, method: [GET, DELETE]",
                "path: /a/**, method: GET|path: /a/b, method: DELETE",
            })
    void takesARuleThatNoneAboveCovers(String above, String below) {
        assertThat(Written.lines(
                        ABOVE + "  - {access: public, " + above + "}\n  - {access: signed-in, " + below + "}\n"))
                .isEmpty();
    }

    @Test
    void refusesARuleThatSeveralAboveCoverTogether() {
        String two = ABOVE
                + "  - {access: public, path: /a/**, method: GET}\n  - {access: public, path: '/a/{b}', method: DELETE}\n";

        assertThat(Written.lines(two + "  - {access: signed-in, path: /a/b, method: [GET, DELETE]}\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:8  routes.path [RBAC-4]");
        assertThat(Written.lines(two + "  - {access: signed-in, path: /a/b}\n")).isEmpty();
        assertThat(Written.lines(two + "  - {access: signed-in, path: /a/b/c, method: [GET, DELETE]}\n"))
                .isEmpty();
    }

    @Test
    void reportsAllThatIsWrongWithOneRule() {
        assertThat(Written.lines(ABOVE + "  - {path: a, method: post, limit: x, body: y, roles: z, permission: q}\n"))
                .hasSize(6);
    }

    @Test
    void doesNotBlameARuleForALimitThatIsWrittenWrong() {
        assertThat(Written.lines("limits: {api: 5}\nroutes: [{path: /a, access: public, limit: api}]\n"))
                .hasSize(1);
    }
}
