package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static dev.hauberk.crypto.field.Places.place;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Secret;
import dev.hauberk.policy.KeyPolicy.State;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The keys of columns: how many are kept, what opens where none is named, and what is kept with each. */
@Tag("DATA-2")
class FieldKeysTest {
    private static final int MOST = 1_024;

    private final List<Integer> draws = new ArrayList<>();
    /** Clocks that stand still, so that nothing that was drawn grows old. */
    private final Ivs.Source ivs = new Ivs.Source(
            (bytes, count) -> {
                draws.add(count);
                Entropy.of(new SecureRandom()).fill(bytes, count);
            },
            () -> 0,
            () -> 0,
            0);

    @Test
    void keepsTheKeysOfAThousandColumnsAndBeginsAnewAfterThem() {
        FieldKeys keys = new FieldKeys(FakeKeyRing.of("k1"), FieldKeysTest::meter, ivs, 1);
        FieldKey first = keys.primary(HERE);
        IntStream.range(1, MOST).forEach(i -> keys.primary(place("acme", "users", "column" + i, "7")));
        assertThat(keys.primary(HERE)).isSameAs(first);

        FieldKey last = keys.primary(place("acme", "users", "one more", "7"));

        assertThat(keys.primary(HERE)).isNotSameAs(first);
        assertThat(keys.primary(place("acme", "users", "one more", "7"))).isSameAs(last);
    }

    @Test
    void opensNothingThatWasSealedUnderAKeyOfZeros() {
        KeyRing.Key zeros = new KeyRing.Key("none", Instant.EPOCH, State.RETIRED, Secret.of(new byte[32]));
        FieldKey forger = new FieldKey(zeros, "none", "none", meter("none"), ivs, 1);
        byte[] value = "forged".getBytes(StandardCharsets.UTF_8);
        byte[] envelope = new byte[forger.envelopeLength(value.length)];
        forger.seal(value, FieldCodec.bytes().kind(), HERE, envelope);
        assertThat(forger.open(envelope, FieldCodec.bytes().kind(), HERE)).isPresent();

        FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k1"));

        assertThatThrownBy(() -> cipher.decrypt(envelope, HERE)).isInstanceOf(CipherException.class);
    }

    @Test
    void drawsForManyValuesAtOnceSinceItKeepsWhatSealsAndOpensThem() {
        FieldCipher cipher = FieldCipher.builder(FakeKeyRing.of("k1")).ivs(ivs).build();
        String stored = cipher.encrypt("", HERE);
        draws.clear();

        for (int i = 0; i < 20; i++) {
            stored = cipher.encrypt("", HERE);
            assertThat(cipher.decrypt(stored, HERE)).isEmpty();
        }

        assertThat(draws).containsExactly(48, 96, 192);
    }

    private static KeyMeter meter(String id) {
        return new KeyMeter(id, KeyUse.inMemory(), 1, () -> {});
    }
}
