package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-3")
class KeyCheckTest {
    @Test
    void readsWhatIsNotSecretOfEachKeyInItsOrder() {
        Map<String, KeyPolicy> keys = Written.policy("""
                        keys:
                          k2: {created: 2026-11-01}
                          k1: {created: 2025-10-01, state: decrypt-only, purposes: [fields, csrf]}
                          k0: {state: retired}
                        """).keys();

        assertThat(keys.keySet()).containsExactly("k2", "k1", "k0");
        assertThat(keys.get("k2"))
                .isEqualTo(new KeyPolicy(
                        Optional.of(LocalDate.of(2026, 11, 1)),
                        KeyPolicy.State.ACTIVE,
                        EnumSet.allOf(KeyPolicy.Use.class),
                        Place.JAVA))
                .hasSameHashCodeAs(keys.get("k2"));
        assertThat(keys.get("k1").state()).isEqualTo(KeyPolicy.State.DECRYPT_ONLY);
        assertThat(keys.get("k1").purposes()).containsExactlyInAnyOrder(KeyPolicy.Use.FIELDS, KeyPolicy.Use.CSRF);
        assertThat(keys.get("k1").place()).hasToString("hauberk.yml:3");
        assertThat(keys.get("k0").created()).isEmpty();
    }

    @Test
    void needsNoSection() {
        assertThat(Written.policy("").keys()).isEmpty();
        assertThat(Written.policy("keys: {}").keys()).isEmpty();
    }

    @Test
    void tellsKeysApartByWhatTheySay() {
        KeyPolicy said = key(KeyPolicy.State.ACTIVE, KeyPolicy.Use.CSRF);

        assertThat(said).isEqualTo(key(KeyPolicy.State.ACTIVE, KeyPolicy.Use.CSRF));
        assertThat(said).isNotEqualTo(key(KeyPolicy.State.RETIRED, KeyPolicy.Use.CSRF));
        assertThat(said).isNotEqualTo(key(KeyPolicy.State.ACTIVE, KeyPolicy.Use.FIELDS));
        assertThat(said)
                .isNotEqualTo(new KeyPolicy(Optional.of(LocalDate.EPOCH), said.state(), said.purposes(), said.place()));
        assertThat(said).isNotEqualTo("csrf");
        assertThat(said.hashCode())
                .isNotEqualTo(key(KeyPolicy.State.RETIRED, KeyPolicy.Use.CSRF).hashCode())
                .isNotEqualTo(key(KeyPolicy.State.ACTIVE, KeyPolicy.Use.FIELDS).hashCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keys: {k_1: {}}|letters, digits and hyphens",
                "keys: {k1.x: {}}|letters, digits and hyphens",
                "keys: {'abcdefghijabcdefghijabcdefghijabc': {}}|letters, digits and hyphens",
                "keys: {k1: {state: decrypt-only}}|an active key for access-tokens, stored-tokens, csrf, passwords, "
                        + "pseudonyms, fields, blind-indexes",
                "keys: {k1: {state: retired}, k2: {purposes: [access-tokens, stored-tokens, csrf, passwords, "
                        + "pseudonyms, fields]}}|an active key for blind-indexes",
                "keys: {k1: {purposes: []}}|a key is for at least one purpose",
                "keys: {k1: {state: old}}|one of active, decrypt-only, retired",
                "keys: {k1: {purposes: [field, csrf]}, k0: {}}|one of access-tokens",
                "keys: {k1: {created: yesterday}}|a date is written like",
                "keys: {k1: {secret: no}}|a key that is known",
                "keys: [k1]|keys with values",
            })
    void refusesWhatCannotBe(String yaml, String says) {
        assertThat(Written.lines(yaml))
                .singleElement()
                .asString()
                .contains(says)
                .contains("hauberk.yml:1  keys");
    }

    @Test
    void takesAnIdOf32CharactersAndAKeyForOnePurposeBesideOneForAll() {
        assertThat(Written.lines(
                        "keys: {customers-of-the-year-2026-in-eu: {purposes: fields}, k1: {}, k0: {state: retired}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keys: {k1: kJ8xQ2mP9vL4tR7wzAkJ8xQ2mP9vL4tR7wzAkJ8xQ2m}",
                "keys: {k1: {secret: kJ8xQ2mP9vL4tR7wzAkJ8xQ2mP9vL4tR7wzAkJ8xQ2m}}",
                "keys: {k1: {state: kJ8xQ2mP9vL4tR7wzAkJ8xQ2mP9vL4tR7wzAkJ8xQ2m}}",
                "keys: {kJ8xQ2mP9vL4tR7wzAkJ8xQ2mP9vL4tR7wzAkJ8xQ2m: {}}",
                "keys: ['k1=kJ8xQ2mP9vL4tR7wzAkJ8xQ2mP9vL4tR7wzAkJ8xQ2m']",
            })
    void refusesAKeyInThePolicyAndDoesNotPrintIt(String yaml) {
        List<String> lines = Written.lines(yaml);

        assertThat(lines).anySatisfy(line -> assertThat(line).contains("no secret in the policy"));
        assertThat(String.join("\n", lines)).doesNotContain("kJ8xQ2mP");
    }

    private static KeyPolicy key(KeyPolicy.State state, KeyPolicy.Use use) {
        return new KeyPolicy(Optional.empty(), state, EnumSet.of(use), Place.JAVA);
    }
}
