package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class EnvelopeTest {
    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("key-2"));
    private final String text = cipher.encrypt("", HERE);
    private final byte[] bytes = cipher.encrypt(new byte[0], HERE);

    @Test
    void namesItsKeyWithoutBeingOpened() {
        assertThat(Envelope.keyIdOf(text)).contains("key-2");
        assertThat(Envelope.keyIdOf(bytes)).contains("key-2");
        assertThat(Envelope.keyIdOf(cipher.encrypt("x".repeat(100_000), HERE))).contains("key-2");
    }

    @Test
    void namesEveryIdThatARingTakes() {
        for (String id : List.of("a", "z", "A", "Z", "0", "9", "-", "a".repeat(32))) {
            FieldCipher other = FieldCipher.of(FakeKeyRing.of(id));
            assertThat(Envelope.keyIdOf(other.encrypt("", HERE))).contains(id);
            assertThat(Envelope.keyIdOf(other.encrypt(new byte[0], HERE))).contains(id);
        }
    }

    @Test
    void namesNoneWhereItIsNone() {
        for (String other :
                List.of("", "ada", "hbk-v01-", "hbk-v02-" + text.substring(8), "hbk-v01-" + "!".repeat(100))) {
            assertThat(Envelope.keyIdOf(other)).as(other).isEmpty();
            assertThat(Envelope.keyIdOf(other.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
        for (int length = 0; length < bytes.length; length++) {
            assertThat(Envelope.keyIdOf(Arrays.copyOf(bytes, length))).isEmpty();
        }
        for (int length = 0; length < text.length() - 1; length++) {
            assertThat(Envelope.keyIdOf(text.substring(0, length))).isEmpty();
        }
    }

    @Test
    void namesNoneWhereATextIsShorterThanTheShortestEnvelope() {
        String shortest = FieldCipher.of(FakeKeyRing.of("a")).encrypt("", HERE);

        assertThat(Envelope.keyIdOf(shortest)).contains("a");
        assertThat(Envelope.keyIdOf(shortest.substring(0, shortest.length() - 2)))
                .isEmpty();
    }

    @Test
    void namesNoneWhereTheIdIsNoId() {
        for (int length : new int[] {0, 33, 127, -1, -128}) {
            byte[] changed = Arrays.copyOf(bytes, 300);
            Arrays.fill(changed, 7, 300, (byte) 'a');
            changed[6] = (byte) length;
            assertThat(Envelope.keyIdOf(changed)).as("%s", length).isEmpty();
        }
        for (char c : new char[] {'/', ':', '@', '[', '`', '{', ' ', '_', '.', 0, 0xe4}) {
            byte[] changed = bytes.clone();
            changed[11] = (byte) c;
            assertThat(Envelope.keyIdOf(changed)).as("%s", c).isEmpty();
        }
    }

    @Test
    void knowsTheMarkOfEveryVersion() {
        assertThat(Envelope.isMarked(text)).isTrue();
        assertThat(Envelope.isMarked(bytes)).isTrue();
        assertThat(Envelope.isMarked("hbk-v99-")).isTrue();
        assertThat(Envelope.isMarked(Arrays.copyOf(bytes, 3))).isTrue();
        assertThat(Envelope.isMarked("hbk")).isFalse();
        assertThat(Envelope.isMarked("ada hbk-v01-")).isFalse();
        assertThat(Envelope.isMarked(Arrays.copyOf(bytes, 2))).isFalse();
        assertThat(Envelope.isMarked(text.getBytes(StandardCharsets.US_ASCII))).isFalse();
    }
}
