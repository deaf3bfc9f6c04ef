package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RBAC-4")
class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a, /a",
        "/a/{id}, /a/1",
        "/a/{id}/c, /a/b/c",
        "/a/**, /a",
        "/a/**, /a/",
        "/a/**, /a/b/c",
        "/**, /",
        "/**, /x/y",
        "/a/{id}/**, /a/1/x"
    })
    void matches(String pattern, String path) {
        assertThat(PathPattern.parse(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/, /a",
        "/a, /a/",
        "/a, /A",
        "/a, /ab",
        "/a/{id}, /a/",
        "/a/{id}, /a",
        "/a/{id}, /a/1/2",
        "/a/**, /ab",
        "/a/**, /",
        "/a/{id}/**, /a//x"
    })
    void doesNotMatch(String pattern, String path) {
        assertThat(PathPattern.parse(pattern).matches(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "a", "/a*", "/**/a", "/a/{}", "/a{id}", "/a?x", "/a%2f", "/a;b", "/../a", "/./a", "/a\\b", "/{a}{b}"
            })
    void refuses(String pattern) {
        assertThatThrownBy(() -> PathPattern.parse(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/**, /a, true",
        "/a/**, /b, false",
        "/a/b, /a/**, true",
        "/a, /a/b/**, false",
        "/a/{id}, /{any}/b, true",
        "/a/{id}, /a/, false",
        "/{any}, /a/b, false",
        "/**, /a/b, true",
        "/a, /a, true"
    })
    void overlapsWhereThereIsAPathOfBoth(String one, String other, boolean overlap) {
        assertThat(PathPattern.parse(one).overlaps(PathPattern.parse(other))).isEqualTo(overlap);
        assertThat(PathPattern.parse(other).overlaps(PathPattern.parse(one))).isEqualTo(overlap);
    }
}
