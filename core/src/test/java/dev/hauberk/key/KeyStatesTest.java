package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hauberk.policy.KeyPolicy;
import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.Place;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a policy says of its keys. */
@Tag("DATA-3")
class KeyStatesTest {
    private static final String THREE =
            SomeKeys.text("k1", 1) + "," + SomeKeys.text("k2", 2) + "," + SomeKeys.text("k3", 3);

    @Test
    void prefersTheKeysAsThePolicyNamesThemAndNotAsTheirTextDoes() {
        KeyRing ring = ring(THREE, "keys: {k3: {created: 2026-11-01}, k2: {}, k1: {state: decrypt-only}}");

        assertThat(ring.usable(Purpose.CSRF))
                .extracting(KeyRing.Key::id, KeyRing.Key::state, KeyRing.Key::created)
                .containsExactly(
                        tuple("k3", State.ACTIVE, Instant.parse("2026-11-01T00:00:00Z")),
                        tuple("k2", State.ACTIVE, Instant.EPOCH),
                        tuple("k1", State.DECRYPT_ONLY, Instant.EPOCH));
        assertThat(ring).hasToString("KeyRing[k3, k2, k1]");
    }

    @Test
    void makesWhatIsNewWithAnActiveKeyWhereverItStands() {
        KeyRing ring = ring(THREE, "keys: {k1: {state: decrypt-only}, k2: {state: decrypt-only}, k3: {}}");

        assertThat(ring.primary(Purpose.CSRF).id()).isEqualTo("k3");
        assertThat(ring.usable(Purpose.CSRF)).extracting(KeyRing.Key::id).containsExactly("k3", "k1", "k2");
    }

    @Test
    void neverFindsARetiredKeyWhetherItIsStillThereOrNot() {
        KeyRing ring = ring(THREE, "keys: {k3: {}, k2: {state: retired}, k0: {state: retired}}");

        assertThat(ring.find(Purpose.FIELDS, "k2")).isEmpty();
        assertThat(ring.find(Purpose.FIELDS, "k0")).isEmpty();
        assertThat(ring.usable(Purpose.FIELDS)).extracting(KeyRing.Key::id).containsExactly("k3", "k1");
    }

    @Test
    void opensWithAKeyThatThePolicyDoesNotNameYetAndMakesNothingWithIt() {
        KeyRing ring = ring(THREE, "keys: {k2: {}}");

        assertThat(ring.usable(Purpose.FIELDS))
                .extracting(KeyRing.Key::id, KeyRing.Key::state)
                .containsExactly(
                        tuple("k2", State.ACTIVE), tuple("k1", State.DECRYPT_ONLY), tuple("k3", State.DECRYPT_ONLY));
    }

    @Test
    void usesAKeyForItsPurposesAlone() {
        KeyRing ring =
                ring(THREE, "keys: {k2: {purposes: fields}, k1: {}, k3: {purposes: [csrf], state: decrypt-only}}");

        assertThat(ring.primary(Purpose.FIELDS).id()).isEqualTo("k2");
        assertThat(ring.primary(Purpose.CSRF).id()).isEqualTo("k1");
        assertThat(ring.find(Purpose.CSRF, "k2")).isEmpty();
        assertThat(ring.find(Purpose.CSRF, "k3")).isPresent();
        assertThat(ring.find(Purpose.FIELDS, "k3")).isEmpty();
    }

    @Test
    void keepsTheKeyOfPseudonymsWhileTheOthersAreReplaced() {
        String section = "keys: {k1: {purposes: pseudonyms}, %s: {}, %s: {state: decrypt-only}}";
        for (KeyRing ring :
                List.of(ring(THREE, section.formatted("k2", "k3")), ring(THREE, section.formatted("k3", "k2")))) {
            assertThat(ring.primary(Purpose.PSEUDONYMS).id()).isEqualTo("k1");
            assertThat(ring.primary(Purpose.FIELDS).id()).isNotEqualTo("k1");
            assertThat(ring.find(Purpose.FIELDS, "k1")).isEmpty();
        }
    }

    @Test
    void givesTheSameBytesWhateverThePolicySays() {
        KeyRing without = KeyRing.of(secrets(THREE));
        KeyRing with = ring(THREE, "keys: {k3: {}, k1: {state: decrypt-only}}");

        for (Purpose purpose : Purpose.values()) {
            assertThat(with.find(purpose, "k1")
                            .orElseThrow()
                            .secret()
                            .matches(without.primary(purpose).secret()))
                    .isTrue();
        }
    }

    @Test
    void refusesAKeyThatIsNamedAndNotThereWithItsLineAndNamesAllOfThem() {
        List<Problem> problems =
                problems(THREE, "keys:\n  k9: {}\n  k8: {state: decrypt-only}\n  k0: {state: retired}\n  k1: {}\n");

        assertThat(problems)
                .extracting(Problem::toString)
                .allSatisfy(line -> assertThat(line).contains("[DATA-3]").contains("state: retired"))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("hauberk.yml:2  keys.k9"),
                        line -> assertThat(line).startsWith("hauberk.yml:3  keys.k8"));
    }

    @Test
    void tellsOfBadAndOfMissingKeysAtOnceAndOfEachOnlyOnce() {
        assertThat(problems(SomeKeys.text("k1", 1) + ",k2=changeme,k2=abc", "keys: {k1: {}, k2: {}, k3: {}}"))
                .extracting(Problem::path)
                .containsExactly("k2", "k2", "keys.k3");
        assertThat(problems(" ", "keys: {k1: {}, k2: {}}"))
                .extracting(Problem::path)
                .containsExactly("keys");
    }

    @Test
    void refusesKeysOfJavaOfWhichNoneMakesWhatIsNew() {
        KeyPolicy onlyFields =
                new KeyPolicy(Optional.empty(), State.ACTIVE, EnumSet.of(KeyPolicy.Use.FIELDS), Place.JAVA);
        PolicyException refused =
                catchThrowableOfType(PolicyException.class, () -> KeyRing.of(secrets(THREE), Map.of("k1", onlyFields)));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem.asked())
                                .isEqualTo(
                                        "an active key for access-tokens, stored-tokens, csrf, passwords, pseudonyms, blind-indexes"));
    }

    @Test
    void drawsAnEphemeralKeyWhateverThePolicySays() {
        KeyRing ring = ring("ephemeral", "keys: {k1: {}}");

        assertThat(ring.isEphemeral()).isTrue();
        assertThat(ring.usable(Purpose.FIELDS)).extracting(KeyRing.Key::id).containsExactly("ephemeral");
    }

    @ParameterizedTest
    @EnumSource
    void knowsEveryPurposeByTheWordOfAPolicy(Purpose purpose) {
        assertThat(purpose.use().name()).isEqualTo(purpose.name());
        assertThat(KeyPolicy.Use.values()).hasSameSizeAs(Purpose.values());
    }

    private static List<Problem> problems(String keys, String yaml) {
        return catchThrowableOfType(PolicyException.class, () -> ring(keys, yaml))
                .problems();
    }

    private static KeyRing ring(String keys, String yaml) {
        return KeyRing.of(
                secrets(keys), SecurityPolicy.parse(yaml, "hauberk.yml").keys());
    }

    private static SecretSource secrets(String keys) {
        return SecretSource.of(Map.of("HAUBERK_KEYS", keys));
    }
}
