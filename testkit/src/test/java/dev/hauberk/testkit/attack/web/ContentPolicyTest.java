package dev.hauberk.testkit.attack.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-2")
class ContentPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'none'; frame-ancestors 'none'",
                "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                "default-src 'self'; script-src 'self' 'unsafe-inline' 'nonce-abc'; object-src 'none'; base-uri 'self'; frame-ancestors 'self'",
                "DEFAULT-SRC 'none';; frame-ancestors 'none' ; default-src *",
            })
    void findsNothingInAStrictPolicy(String value) {
        assertThat(ContentPolicy.parse(value).weaknesses()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "img-src 'self' | script from anywhere",
                "default-src *; object-src 'none'; base-uri 'none'; frame-ancestors 'none' | script-src *",
                "default-src 'none'; script-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none' | script-src 'unsafe-inline'",
                "default-src 'none'; script-src 'unsafe-eval'; base-uri 'none'; frame-ancestors 'none' | script-src 'unsafe-eval'",
                "default-src 'none'; script-src data:; base-uri 'none'; frame-ancestors 'none' | script-src data:",
                "default-src 'none'; script-src https://*.cdn.example; base-uri 'none'; frame-ancestors 'none' | script-src https://*.cdn.example",
                "default-src 'self'; base-uri 'none'; frame-ancestors 'none' | object-src other than 'none'",
                "default-src 'self'; object-src 'none'; frame-ancestors 'none' | base-uri of others",
                "default-src 'none' | frame-ancestors of others",
                "default-src 'none'; frame-ancestors https://evil.example | frame-ancestors of others",
            })
    void findsEachWeakness(String value, String weakness) {
        assertThat(ContentPolicy.parse(value).weaknesses()).contains(weakness);
    }
}
