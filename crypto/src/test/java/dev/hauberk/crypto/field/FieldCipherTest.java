package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class FieldCipherTest {
    private static final byte[] BYTES = "secret".getBytes(StandardCharsets.UTF_8);

    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k2", "k1"));

    @Test
    void opensWhatItEncrypted() {
        String stored = cipher.encrypt("ada@example.org", HERE);

        assertThat(stored).startsWith(Envelope.MARK).doesNotContain("ada").matches("[A-Za-z0-9_-]+");
        assertThat(cipher.decrypt(stored, HERE)).isEqualTo("ada@example.org");
    }

    @Test
    void opensBytes() {
        byte[] stored = cipher.encrypt(BYTES, HERE);

        assertThat(cipher.decrypt(stored, HERE)).isEqualTo(BYTES);
        assertThat(cipher.decrypt(CanonicalBase64.encode(stored), FieldCodec.bytes(), HERE))
                .isEqualTo(BYTES);
    }

    @Test
    void opensWhatItWroteIntoAnArrayOfTheCaller() {
        byte[] room = new byte[BYTES.length + Envelope.MOST_OVERHEAD];

        int length = cipher.encrypt(BYTES, HERE, room);

        assertThat(cipher.decrypt(Arrays.copyOf(room, length), HERE)).isEqualTo(BYTES);
        assertThat(Arrays.copyOfRange(room, length, room.length)).containsOnly(0);
        assertThat(cipher.encrypt(BYTES, HERE, new byte[length])).isEqualTo(length);
    }

    @Test
    void refusesAnArrayThatIsTooShort() {
        int length = cipher.encrypt(BYTES, HERE).length;

        assertThatThrownBy(() -> cipher.encrypt(BYTES, HERE, new byte[length - 1]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(length));
    }

    @Test
    void saysHowMuchLongerTheLongestEnvelopeIs() {
        FieldCipher longId = FieldCipher.of(FakeKeyRing.of("k".repeat(32)));

        assertThat(longId.encrypt(new byte[0], HERE)).hasSize(Envelope.MOST_OVERHEAD);
        assertThat(longId.decrypt(longId.encrypt("x", HERE), HERE)).isEqualTo("x");
    }

    @Test
    void keepsNullNull() {
        assertThat(cipher.encrypt((String) null, HERE)).isNull();
        assertThat(cipher.decrypt((String) null, HERE)).isNull();
        assertThat(cipher.encrypt((byte[]) null, HERE)).isNull();
        assertThat(cipher.decrypt((byte[]) null, HERE)).isNull();
        assertThat(cipher.encrypt(null, FieldCodec.longs(), HERE)).isNull();
        assertThat(cipher.decrypt(null, FieldCodec.longs(), HERE)).isNull();
    }

    @Test
    void encryptsWithTheVectorsThatItDraws() {
        FieldCipher drawing = FieldCipher.builder(FakeKeyRing.of("k2"))
                .ivs(new Ivs.Source((bytes, count) -> Arrays.fill(bytes, (byte) 7), () -> 0, () -> 0, 0))
                .build();

        byte[] envelope = drawing.encrypt(BYTES, HERE);

        assertThat(Arrays.copyOfRange(envelope, 41, 53)).containsOnly(7);
        assertThat(cipher.decrypt(envelope, HERE)).isEqualTo(BYTES);
    }

    @Test
    void saysThatTheJdkDidNotEncrypt() {
        Gcm gcm = new Gcm(new SecretKeySpec(new byte[32], "AES"), new Ivs(Ivs.Source.of(Entropy.ofSystem())));

        assertThatThrownBy(() -> gcm.seal(BYTES, new byte[0], new byte[20], 0))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void encryptsTheSameTwiceToWhatIsNotAlike() {
        String one = cipher.encrypt("ada", HERE);
        String other = cipher.encrypt("ada", HERE);

        // The header is the same: the mark, the id and the commitment say only which key it is.
        int header = Envelope.ivAfter(2) / 3 * 4;
        assertThat(one.substring(0, header)).isEqualTo(other.substring(0, header));
        assertThat(one.substring(header + 16)).isNotEqualTo(other.substring(header + 16));
    }

    @Test
    void writesWhatTheDocumentsSay() {
        FakeKeyRing ring = FakeKeyRing.of("k2");
        byte[] envelope = Base64.getUrlDecoder().decode(cipher.encrypt("ada", HERE));

        assertThat(Arrays.copyOf(envelope, 9))
                .isEqualTo(new byte[] {(byte) 0x85, (byte) 0xb9, 0x3e, (byte) 0xbf, 0x4d, 0x7e, 2, 'k', '2'});
        assertThat(Arrays.copyOfRange(envelope, 9, 41)).isEqualTo(Places.derived(ring, "commitment"));
        assertThat(envelope).hasSize(9 + 32 + 12 + 3 + 16);
        assertThat(PlainGcm.open(
                        Places.derived(ring, "aes-256-gcm"),
                        Arrays.copyOfRange(envelope, 41, 53),
                        "\0\bhbk-v01-\0\2k2\0\5users\0\5email\0\4text\0\4acme\0\0017".getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(envelope, 53, envelope.length)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("ada");
    }

    @Test
    void opensWhatAnOlderKeyEncryptedAndCallsItStale() {
        FieldCipher before = FieldCipher.of(FakeKeyRing.of("k1"));
        String text = before.encrypt("ada", HERE);
        byte[] bytes = before.encrypt(BYTES, HERE);

        assertThat(cipher.decrypt(text, HERE)).isEqualTo("ada");
        assertThat(cipher.decrypt(bytes, HERE)).isEqualTo(BYTES);
        assertThat(cipher.isStale(text)).isTrue();
        assertThat(cipher.isStale(bytes)).isTrue();
    }

    @Test
    void callsWhatIsNoEnvelopeStaleAndWhatIsNewNot() {
        assertThat(cipher.isStale("ada")).isTrue();
        assertThat(cipher.isStale(BYTES)).isTrue();
        assertThat(cipher.isStale(cipher.encrypt("ada", HERE))).isFalse();
        assertThat(cipher.isStale(cipher.encrypt(BYTES, HERE))).isFalse();
    }

    @Test
    void asksTheRingEachTime() {
        Secret first = Secret.of(new byte[] {1});
        Secret second = Secret.of(new byte[] {2});
        FakeRings ring = FakeRings.one("k1", first);
        FieldCipher changing = FieldCipher.of(ring);
        String old = changing.encrypt("ada", HERE);

        ring.swap(FakeRings.key("k2", second), FakeRings.key("k1", first));
        assertThat(changing.decrypt(old, HERE)).isEqualTo("ada");
        assertThat(Envelope.keyIdOf(changing.encrypt("ada", HERE))).contains("k2");

        ring.swap(FakeRings.key("k2", second));
        assertThatThrownBy(() -> changing.decrypt(old, HERE)).isInstanceOf(CipherException.class);

        ring.swap(FakeRings.key("k1", second));
        assertThatThrownBy(() -> changing.decrypt(old, HERE)).isInstanceOf(CipherException.class);

        ring.swap(FakeRings.key("k1", first));
        assertThat(changing.decrypt(old, HERE)).isEqualTo("ada");
    }

    @Test
    void keepsWorkingWithMoreColumnsThanItKeepsKeysOf() {
        String stored = cipher.encrypt("ada", HERE);
        for (int i = 0; i < 3_000; i++) {
            FieldContext place = Places.place("acme", "users", "column" + i, "7");
            assertThat(cipher.decrypt(cipher.encrypt("ada", place), place)).isEqualTo("ada");
        }
        assertThat(cipher.decrypt(stored, HERE)).isEqualTo("ada");
    }

    @Test
    void refusesAnEnvelopeLongerThanAnArray() {
        FieldKey key = new FieldKey(
                FakeRings.key("k1", Secret.of(new byte[32])),
                "users",
                "email",
                new KeyMeter("k1", KeyUse.inMemory(), 1, () -> {}),
                Ivs.Source.of(Entropy.ofSystem()),
                1);

        assertThatThrownBy(() -> key.envelopeLength(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
