package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hauberk.policy.KeyPolicy.State;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-3")
class KeyRingTest {
    private static final String FIRST = random(1);
    private static final String SECOND = random(2);

    @Test
    void takesTheFirstKeyForWhatIsNewAndFindsTheOthers() {
        KeyRing ring = ring("k2=" + FIRST + ", k1=" + SECOND);

        assertThat(ring.primary(Purpose.CSRF).id()).isEqualTo("k2");
        assertThat(ring.find(Purpose.CSRF, "k1"))
                .get()
                .extracting(KeyRing.Key::id)
                .isEqualTo("k1");
        assertThat(ring.find(Purpose.CSRF, "k2")).contains(ring.primary(Purpose.CSRF));
        assertThat(ring.isEphemeral()).isFalse();
    }

    @Test
    void listsThePrimaryKeyFirstAndSaysWhatEachMayDo() {
        assertThat(ring("k2=" + FIRST + ", k1=" + SECOND).usable(Purpose.FIELDS))
                .extracting(KeyRing.Key::id, KeyRing.Key::state, KeyRing.Key::created)
                .containsExactly(
                        tuple("k2", State.ACTIVE, Instant.EPOCH), tuple("k1", State.DECRYPT_ONLY, Instant.EPOCH));
    }

    @Test
    void derivesAKeyOfItsOwnForEachLabel() {
        KeyRing.Key key = ring("k1=" + FIRST).primary(Purpose.FIELDS);

        assertThat(key.derive("users").matches(key.derive("users"))).isTrue();
        assertThat(key.derive("users").matches(key.derive("user"))).isFalse();
        assertThat(key.derive("").matches(key.secret())).isFalse();
        assertThat(key.derive("users").length()).isEqualTo(32);
    }

    @Test
    void doesNotFindAKeyThatWasRetired() {
        assertThat(ring("k2=" + FIRST).find(Purpose.ACCESS_TOKENS, "k1")).isEmpty();
        assertThat(ring("k2=" + FIRST).find(Purpose.ACCESS_TOKENS, "K2")).isEmpty();
        assertThat(ring("k2=" + FIRST).find(Purpose.ACCESS_TOKENS, "")).isEmpty();
    }

    @Test
    void usesNoKeyForTwoPurposesAndNeverTheRootItself() {
        KeyRing ring = ring("a=" + FIRST + ",b=" + SECOND);
        Set<String> secrets = new HashSet<>(Set.of(FIRST, SECOND));
        for (Purpose purpose : Purpose.values()) {
            for (String id : new String[] {"a", "b"}) {
                secrets.add(ring.find(purpose, id)
                        .orElseThrow()
                        .secret()
                        .use(Base64.getUrlEncoder().withoutPadding()::encodeToString));
            }
        }

        assertThat(secrets).hasSize(2 + 2 * Purpose.values().length);
    }

    @Test
    void givesTheSameKeysToEveryNode() {
        Secret here = ring("a=" + FIRST).primary(Purpose.ACCESS_TOKENS).secret();
        Secret there = ring("b=" + SECOND + ",a=" + FIRST)
                .find(Purpose.ACCESS_TOKENS, "a")
                .orElseThrow()
                .secret();

        assertThat(here.matches(there)).isTrue();
        assertThat(here.length()).isEqualTo(32);
    }

    @Test
    @Tag("DATA-2")
    void printsTheTwoLinesThatMakeOneWhereThereIsNone() {
        PolicyException refused = refused(SecretSource.of(Map.of()));

        assertThat(refused.getMessage().lines().map(String::strip))
                .contains(
                        "KEY=$(openssl rand -base64 32 | tr '+/' '-_' | tr -d '=')", "export HAUBERK_KEYS=\"k1=$KEY\"");
        assertThat(refused.problems()).singleElement().asString().contains("[DATA-3]");
    }

    @ParameterizedTest
    @Tag("DATA-2")
    @CsvSource(
            delimiter = '|',
            value = {
                "' '|nothing",
                "changeme|an entry without an id",
                "k1=changeme|a phrase that is known",
                "k1=changemechangemechangemechangemechangemechange|a phrase that is known",
                "k1=your-256-bit-secret|a phrase that is known",
                "k1=eW91ci0yNTYtYml0LXNlY3JldC1hbmQtbW9yZS1vZi1pdC1oZXJl|a phrase and not random bytes",
                "k1=Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZSBhbmQgbW9yZQ|a phrase and not random bytes",
                "k1=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA|one byte over and over",
                "k1=__________________________________________8|one byte over and over",
                "k1=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8|a pattern",
                "k1=3q2-793erb7v3q2-793erb7v3q2-793erb7v3q2-793erb4|a pattern",
                "k1=RXx2nznYZEGZwOW9vPvIW0V8dp852GRBmcDlvbz7yFs|a pattern",
                "k1=90f2710369bdf4bf2b5b5ee4c03cfe0b61a5d3d29c3b2a7f|a key of 24 bytes",
                "k1=636f727265637420686f727365206261747465727920737461706c6520616e64206d6f7265|a phrase and not random bytes",
                "k1=00000000000000000000000000000000000000000000000000000000000000FF|a pattern",
                "k1=irHCg4rjpqGKkLGmkPiK-ZCD3rzlworC47ymqOOKsfiopuOo-Lve-A|a pattern",
                "k1=IH4gZXZlcnkgcHJpbnRhYmxlIGNoYXJhY3RlciBjb3VudHMgfiA|a phrase and not random bytes",
                "k1=Y29ycmVjdCBob3JzZSBiYXR0ZXJ5IHN0YXBsZSBhbmQgbW9yZQo|a phrase and not random bytes",
                "k1=Y29ycmVjdAlob3JzZSBiYXR0ZXJ5IHN0YXBsZSwgYW5kIG1vcmUgb2YgaXQ|a phrase and not random bytes",
                "k1=R3LDvMOfZSBhdXMgw5xiZXJsaW5nZW4gYW0gQm9kZW5zZWUsIGRlbSBzY2jDtm5lbgo|a phrase and not random bytes",
                "k1=kJ8xQ2mP9vL4tR7wzA|a key of 13 bytes",
                "k1=|a key of 0 bytes",
                "k1=not base64 at all, k2=|not base64url",
                "k1=+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/+/8|not base64url",
                "=abc|an entry without an id",
                "k 1=abc|an entry without an id",
                "k1/=abc|an entry without an id",
            })
    void refusesWhatIsNoKey(String keys, String says) {
        PolicyException refused = refused(SecretSource.of(Map.of("HAUBERK_KEYS", keys)));

        assertThat(refused.problems())
                .anySatisfy(problem -> assertThat(problem.set()).contains(says));
        assertThat(refused).hasMessageContaining("HAUBERK_KEYS").hasMessageContaining("openssl");
    }

    @Test
    @Tag("DATA-2")
    void refusesAKeyOfThirtyOneBytesAndTakesOneOfThirtyTwo() {
        byte[] bytes = Base64.getUrlDecoder().decode(FIRST);
        String shorter = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, 31));

        assertThat(refused(SecretSource.of(Map.of("HAUBERK_KEYS", "k1=" + shorter)))
                        .problems()
                        .get(0)
                        .set())
                .isEqualTo("a key of 31 bytes");
        assertThat(ring("k1=" + FIRST).primary(Purpose.CSRF).id()).isEqualTo("k1");
        assertThat(ring("k1=" + FIRST + "=").primary(Purpose.CSRF).id()).isEqualTo("k1");
    }

    @Test
    void takesAKeyOfSixteenDifferentBytes() {
        assertThat(ring("k1=y8eJiZ6miYXqz9Tti4nt4KbPns-Ty-3P1OC8gceB1Mvgx6bUvOngiw")
                        .primary(Purpose.CSRF)
                        .id())
                .isEqualTo("k1");
    }

    @Test
    @Tag("DATA-2")
    void refusesOneKeyUnderTwoIdsAndTwoKeysUnderOne() {
        assertThat(refused(SecretSource.of(Map.of("HAUBERK_KEYS", "k1=" + FIRST + ",k2=" + FIRST)))
                        .problems()
                        .get(0)
                        .set())
                .isEqualTo("the key of k1 once more");
        assertThat(refused(SecretSource.of(Map.of("HAUBERK_KEYS", "k1=" + FIRST + ",k1=" + SECOND)))
                        .problems()
                        .get(0)
                        .set())
                .isEqualTo("two keys of this id");
    }

    @Test
    @Tag("DATA-2")
    void reportsEveryWrongKeyAtOnce() {
        assertThat(refused(SecretSource.of(Map.of("HAUBERK_KEYS", "k1=changeme,,k2=" + FIRST + ",k3=abc")))
                        .problems())
                .extracting(Problem::path)
                .containsExactly("k1", "entry 2", "k3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"k1=%s,k1=%s", "k1=%s,k2=%s", "%s,%s", "k1=%s!,k2=%s", "k1=%s,k2:%s"})
    void printsNoKeyWhateverIsWrong(String form) {
        PolicyException refused = refused(SecretSource.of(Map.of("HAUBERK_KEYS", form.formatted(FIRST, FIRST))));
        StringBuilder printed = new StringBuilder();
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            printed.append(cause);
        }

        assertThat(printed.toString()).doesNotContain(FIRST.substring(0, 8), FIRST.substring(20, 28));
    }

    @Test
    void makesAKeyOfItsOwnWhereItIsEphemeral() {
        KeyRing one = ring("ephemeral");
        KeyRing other = ring("ephemeral");

        assertThat(one.isEphemeral()).isTrue();
        assertThat(one.primary(Purpose.CSRF)
                        .secret()
                        .matches(other.primary(Purpose.CSRF).secret()))
                .isFalse();
    }

    @Test
    void isNotEphemeralUnlessItSaysSo() {
        KeyRing given = ring("k1=" + FIRST);
        KeyRing another = new KeyRing() {
            @Override
            public Key primary(Purpose purpose) {
                return given.primary(purpose);
            }

            @Override
            public Optional<Key> find(Purpose purpose, String id) {
                return given.find(purpose, id);
            }

            @Override
            public List<Key> usable(Purpose purpose) {
                return given.usable(purpose);
            }
        };

        assertThat(another.isEphemeral()).isFalse();
    }

    @Test
    void takesAThousandRandomKeys() {
        for (int seed = 0; seed < 1_000; seed++) {
            assertThat(ring("k=" + random(seed)).primary(Purpose.CSRF).secret().length())
                    .isEqualTo(32);
        }
    }

    @Test
    void saysOnlyIdsOfItself() {
        KeyRing ring = ring("k2=" + FIRST + ",k1=" + SECOND);

        assertThat(ring).hasToString("KeyRing[k2, k1]");
        assertThat(ring.primary(Purpose.CSRF))
                .hasToString("Key[id=k2, created=1970-01-01T00:00:00Z, state=ACTIVE, secret=Secret[hidden]]");
    }

    private static KeyRing ring(String keys) {
        return KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", keys)));
    }

    private static PolicyException refused(SecretSource secrets) {
        return catchThrowableOfType(PolicyException.class, () -> KeyRing.of(secrets));
    }

    private static String random(int seed) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(SomeKeys.bytes(seed));
    }
}
