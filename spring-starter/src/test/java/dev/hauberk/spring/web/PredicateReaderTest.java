package dev.hauberk.spring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.web.servlet.function.RequestPredicates.DELETE;
import static org.springframework.web.servlet.function.RequestPredicates.GET;
import static org.springframework.web.servlet.function.RequestPredicates.accept;
import static org.springframework.web.servlet.function.RequestPredicates.contentType;
import static org.springframework.web.servlet.function.RequestPredicates.headers;
import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.methods;
import static org.springframework.web.servlet.function.RequestPredicates.param;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;

/** What a predicate lets through is never told narrower than it is. */
@Tag("RBAC-4")
class PredicateReaderTest {
    static Stream<Arguments> predicates() {
        RequestPredicate unknown = request -> true;
        return Stream.of(
                Arguments.of(GET("/x"), List.of(reach("/x", "GET"))),
                Arguments.of(path("/x/{id}"), List.of(reach("/x/{id}"))),
                Arguments.of(methods(HttpMethod.GET, HttpMethod.PUT), List.of(reach(null, "GET", "PUT"))),
                Arguments.of(GET("/x").and(accept(MediaType.TEXT_HTML)), List.of(reach("/x", "GET"))),
                Arguments.of(accept(MediaType.TEXT_HTML).and(GET("/x")), List.of(reach("/x", "GET"))),
                Arguments.of(
                        contentType(MediaType.TEXT_HTML)
                                .and(headers(all -> true))
                                .and(param("a", "b")),
                        List.of(reach(null))),
                Arguments.of(GET("/x").or(DELETE("/y")), List.of(reach("/x", "GET"), reach("/y", "DELETE"))),
                Arguments.of(GET("/x").or(unknown), List.of(reach("/x", "GET"), reach(null))),
                Arguments.of(
                        path("/x").and(method(HttpMethod.GET).or(method(HttpMethod.PUT))),
                        List.of(reach("/x", "GET"), reach("/x", "PUT"))),
                Arguments.of(GET("/x").negate(), List.of(reach(null))),
                Arguments.of(path("/x").and(GET("/y").negate()), List.of(reach("/x"))),
                Arguments.of(unknown, List.of(reach(null))),
                Arguments.of(unknown.and(GET("/x")), List.of(reach("/x", "GET"))),
                Arguments.of(path("/x/**").and(path("/x/{id}")), List.of(reach("/x/{id}"))),
                Arguments.of(path("/x/{*rest}").and(unknown), List.of(reach("/x/{*rest}"))),
                Arguments.of(GET("/x").and(method(HttpMethod.PUT)), List.of()),
                Arguments.of(
                        methods(HttpMethod.GET, HttpMethod.PUT).and(methods(HttpMethod.PUT, HttpMethod.POST)),
                        List.of(reach(null, "PUT"))));
    }

    @ParameterizedTest
    @MethodSource("predicates")
    void readsMethodsAndPathsAndCountsTheRestAsAnything(RequestPredicate predicate, List<Reach> expected) {
        assertThat(PredicateReader.read(predicate)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void continuesThePathOfANest() {
        List<Reach> nest = List.of(reach("/people/"));
        assertThat(Reach.within(nest, List.of(reach("/{id}", "GET")))).containsExactly(reach("/people/{id}", "GET"));
        assertThat(Reach.within(nest, List.of(reach("", "GET")))).containsExactly(reach("/people", "GET"));
        assertThat(Reach.within(nest, List.of(reach(null, "GET")))).containsExactly(reach("/people/**", "GET"));
        assertThat(Reach.within(List.of(reach(null, "GET")), List.of(reach("/x"))))
                .containsExactly(reach("/x", "GET"));
        assertThat(Reach.within(List.of(reach("/x", "GET")), List.of(reach("/y", "PUT"))))
                .isEmpty();
        assertThat(Reach.within(List.of(reach(null)), List.of(reach(null)))).containsExactly(Reach.ANYTHING);
    }

    private static Reach reach(String path, String... methods) {
        return new Reach(Set.copyOf(Arrays.asList(methods)), Optional.ofNullable(path));
    }
}
