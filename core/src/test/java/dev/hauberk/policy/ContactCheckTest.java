package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("INC-4")
class ContactCheckTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "security: security@example.org, expires: 2027-01-01|security",
                "security: ['mailto:security'], expires: 2027-01-01|security",
                "security: ['http://example.org'], expires: 2027-01-01|security",
                "security: ['javascript:x'], expires: 2027-01-01|security",
                "security: ['mailto:a@example.org']|expires",
                "security: ['mailto:a@example.org'], expires: 2026-11-23|expires",
                "security: ['mailto:a@example.org'], expires: 2026-11-24|expires",
                "security: ['mailto:a@example.org'], expires: 2027-11-25|expires",
                "policy: 'http://example.org/policy'|policy",
                "languages: [english language]|languages",
            })
    void refusesWhatWouldNotHelpAFinder(String contacts, String key) {
        assertThat(Written.lines("contacts: {" + contacts + "}"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  contacts." + key + " [INC-4]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security: ['mailto:a@example.org'], expires: 2026-11-25",
                "security: ['mailto:a@example.org', 'https://example.org/report', 'tel:+1-201-555-0123'], expires: 2027-11-24, languages: [en, de-AT]",
                "policy: 'https://example.org/policy'",
                "languages: [en]",
            })
    void takesContacts(String contacts) {
        assertThat(Written.lines("contacts: {" + contacts + "}")).isEmpty();
    }

    @Test
    void refusesALineEndThatWouldAddAField() {
        String yaml =
                "contacts: {security: \"mailto:a@example.org\\nContact: mailto:b@example.org\", expires: 2027-01-01}";

        assertThat(Written.lines(yaml)).singleElement().asString().contains("text on one line");
    }
}
