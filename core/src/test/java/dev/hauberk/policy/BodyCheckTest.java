package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("INPUT-1")
class BodyCheckTest {
    private static final String ACCEPTED = "baseline: engify\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "input: {bodies: {none: {a: text}}}|input.bodies.none [INPUT-1]|Choose another name",
                "input: {bodies: {any: {a: text}}}|input.bodies.any [INPUT-1]|Choose another name",
                "input: {bodies: {note: {a: text, a?: text}}}|input.bodies.note [INPUT-1]|with ? or without",
                "input: {bodies: {note: {a: text 9..1}}}|input.bodies.note.a [INPUT-1]|from the least to the greatest",
                "responses: {exempt: [auth/**]}|responses.exempt.0 [HTTP-4]|a path starts with /",
                "responses: {pass: ['*/*']}|responses.pass [HTTP-4]|a type of content",
                "responses: {pass: [application/json]}|responses.pass [HTTP-4]|a type of content",
                "responses: {pass: [application/problem+json]}|responses.pass [HTTP-4]|a type of content",
                "responses: {pass: [Text/Html]}|responses.pass [HTTP-4]|in lower case",
            })
    void refusesAShapeOrAnExemption(String yaml, String path, String says) {
        assertThat(Written.lines(ACCEPTED + yaml))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:2  " + path)
                .contains(says);
    }
}
