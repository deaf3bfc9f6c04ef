package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * DATA-2 a6: GCM does not commit to its key. Whoever has two keys makes one ciphertext that opens under both, to two values (Dodis, Grubbs,
 * Ristenpart, Woodage: Fast Message Franking, 2018; the "salamander"). Here both keys have the same id, in two rings.
 */
@Tag("DATA-2")
class CommitmentTest {
    private static final byte[] ASSOCIATED =
            "\0\bhbk-v01-\0\2k1\0\5users\0\5email\0\4text\0\4acme\0\0017".getBytes(StandardCharsets.UTF_8);

    private final FakeKeyRing hashed = FakeKeyRing.of("k1");
    private final FakeRings first = ring("one");
    private final FakeRings second = ring("other");
    private final byte[] iv = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
    private final byte[] sealed =
            Salamander.of(derived(first, "aes-256-gcm"), derived(second, "aes-256-gcm"), iv, ASSOCIATED);

    @Test
    void isOneCiphertextThatPlainGcmOpensUnderBothKeys() {
        byte[] one = PlainGcm.open(derived(first, "aes-256-gcm"), iv, ASSOCIATED, sealed);
        byte[] other = PlainGcm.open(derived(second, "aes-256-gcm"), iv, ASSOCIATED, sealed);

        assertThat(one).hasSize(64).isNotEqualTo(other);
    }

    @Test
    void opensUnderTheKeyThatItCommitsToAlone() {
        for (FakeRings committed : new FakeRings[] {first, second}) {
            byte[] header = Envelope.header("k1", derived(committed, "commitment"));
            String envelope = CanonicalBase64.encode(Places.joined(header, iv, sealed));

            for (FakeRings ring : new FakeRings[] {first, second}) {
                FieldCipher cipher = FieldCipher.of(ring);
                if (ring == committed) {
                    assertThat(cipher.decrypt(envelope, HERE)).isNotEmpty();
                } else {
                    assertThatThrownBy(() -> cipher.decrypt(envelope, HERE)).isInstanceOf(CipherException.class);
                }
            }
        }
    }

    @Test
    void refusesACommitmentThatDiffersInAnyByte() {
        FieldCipher cipher = FieldCipher.of(hashed);
        byte[] envelope = cipher.encrypt(new byte[1], HERE);

        for (int i = 9; i < 9 + Envelope.COMMITMENT_BYTES; i++) {
            byte[] changed = envelope.clone();
            changed[i]++;
            assertThatThrownBy(() -> cipher.decrypt(changed, HERE)).isInstanceOf(CipherException.class);
        }
    }

    @Test
    void opensNothingWithoutACommitmentThatIsRight() {
        byte[] key = derived(first, "aes-256-gcm");
        byte[] tagged = PlainGcm.seal(key, iv, ASSOCIATED, new byte[3]);
        byte[] right = Places.joined(Envelope.header("k1", derived(first, "commitment")), iv, tagged);
        byte[] wrong = Places.joined(Envelope.header("k1", new byte[32]), iv, tagged);
        FieldCipher cipher = FieldCipher.of(first);

        assertThat(cipher.decrypt(CanonicalBase64.encode(right), HERE)).isEqualTo("\0\0\0");
        assertThatThrownBy(() -> cipher.decrypt(CanonicalBase64.encode(wrong), HERE))
                .isInstanceOf(CipherException.class);
    }

    @Test
    void bindsTheLengthOfALongNameInTwoBytes() {
        String row = "7".repeat(0x0234);
        byte[] associated = ("\0\bhbk-v01-\0\2k1\0\5users\0\5email\0\4text\0\4acme\002" + "4" + row)
                .getBytes(StandardCharsets.UTF_8);
        byte[] tagged = PlainGcm.seal(derived(first, "aes-256-gcm"), iv, associated, new byte[3]);
        byte[] envelope = Places.joined(Envelope.header("k1", derived(first, "commitment")), iv, tagged);

        assertThat(FieldCipher.of(first)
                        .decrypt(CanonicalBase64.encode(envelope), Places.place("acme", "users", "email", row)))
                .isEqualTo("\0\0\0");
    }

    private static byte[] derived(KeyRing ring, String what) {
        return Places.derived(ring, what);
    }

    private static FakeRings ring(String name) {
        return FakeRings.one("k1", Secret.of(FakeKeyRing.bytes(Purpose.FIELDS, name)));
    }
}
