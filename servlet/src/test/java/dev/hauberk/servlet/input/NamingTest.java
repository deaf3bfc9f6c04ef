package dev.hauberk.servlet.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-5")
class NamingTest {
    private final Naming naming = naming("/api/notes/{id}", "/api/notes/a b");

    @ParameterizedTest
    @ValueSource(strings = {"id=a", "x=1&id=b", "%69d=b", "id", "id=", "id=a+b&id=c", "id=A%20b"})
    void findsAnotherIdInTheQuery(String query) {
        assertThat(naming.contradicts(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id=a+b", "id=a%20b&x=c", "ID=c", "ids=c", "x"})
    void leavesAQueryAloneThatNamesTheSameOrSomethingElse(String query) {
        assertThat(naming.contradicts(query)).isFalse();
    }

    @Test
    void findsAnotherIdInTheBody() {
        assertThat(naming.contradicts(Map.of("title", "x", "id", "c"))).isTrue();
        assertThat(naming.contradicts(Map.of("id", 7L))).isTrue();
        assertThat(naming.contradicts(Map.of("id", "a b", "title", "c"))).isFalse();
    }

    @Test
    void findsNothingWhereThePathNamesNothing() {
        assertThat(naming("/api/**", "/api/notes/7").contradicts("id=8")).isFalse();
        assertThat(naming.contradicts((String) null)).isFalse();
    }

    private static Naming naming(String rule, String path) {
        String policy = """
                hauberk:
                  limits: {api: 100 per 1m per user}
                  routes: [{path: "%s", method: GET, access: public, limit: api}]
                """.formatted(rule);
        return Naming.of(SecurityPolicy.parse(policy, "x.yml").routes().get(0), path);
    }
}
