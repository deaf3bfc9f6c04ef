package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.ELSEWHERE;
import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.key.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-2 a1 and a2: envelopes that were moved, changed or cut. */
@Tag("DATA-2")
class EnvelopeAttacksTest {
    private static final String VALUE = "ada1@example.org";

    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k2", "k1"));
    private final String text = cipher.encrypt(VALUE, HERE);
    private final byte[] bytes = cipher.encrypt(VALUE.getBytes(StandardCharsets.UTF_8), HERE);

    @Test
    void opensOnlyWhereItWasMade() {
        for (FieldContext place : ELSEWHERE) {
            assertThatThrownBy(() -> cipher.decrypt(text, place))
                    .as("%s", place)
                    .isInstanceOf(CipherException.class);
            assertThatThrownBy(() -> cipher.decrypt(bytes, place))
                    .as("%s", place)
                    .isInstanceOf(CipherException.class);
        }
    }

    @Test
    void opensOnlyAsTheKindThatItWas() {
        List<FieldCodec<?>> others = List.of(
                FieldCodec.bytes(),
                FieldCodec.longs(),
                FieldCodec.decimals(),
                FieldCodec.dates(),
                FieldCodec.instants(),
                FieldCodec.json(),
                FieldCodec.text().padded(16));
        for (FieldCodec<?> other : others) {
            assertThatThrownBy(() -> cipher.decrypt(text, other, HERE)).isInstanceOf(CipherException.class);
        }
        assertThatThrownBy(() -> cipher.decrypt(Base64.getUrlDecoder().decode(text), HERE))
                .isInstanceOf(CipherException.class);
    }

    @Test
    void refusesEveryFlippedBit() {
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            refuses(changed);
        }
        for (int i = 0; i < text.length(); i++) {
            for (int bit = 0; bit < 16; bit++) {
                refuses(text.substring(0, i) + (char) (text.charAt(i) ^ 1 << bit) + text.substring(i + 1));
            }
        }
    }

    @Test
    void refusesEveryPartAndEveryLongerWhole() {
        for (int length = 0; length < bytes.length; length++) {
            refuses(Arrays.copyOf(bytes, length));
            refuses(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length));
        }
        for (int length = 0; length < text.length(); length++) {
            refuses(text.substring(0, length));
            refuses(text.substring(text.length() - length));
        }
        refuses(Arrays.copyOf(bytes, bytes.length + 1));
        refuses(text + "AAAA");
        refuses(text + text);
    }

    @Test
    void refusesTagsOfTwelveToFifteenBytes() {
        for (int tag = 12; tag < 16; tag++) {
            refuses(Arrays.copyOf(bytes, bytes.length - 16 + tag));
        }
    }

    @Test
    void refusesEveryOtherWayToWriteTheSameBytes() {
        byte[] envelope = Base64.getUrlDecoder().decode(text);
        assertThat(envelope.length % 3)
                .as("so that there are stray bits and padding")
                .isEqualTo(1);
        String last = text.substring(0, text.length() - 1);
        int value = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .indexOf(text.charAt(text.length() - 1));
        refuses(last + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".charAt(value + 1));
        refuses(text + "==");
        refuses(text + "=");
        refuses(text + "\n");
        refuses(" " + text);
        refuses(text.substring(0, 40) + "\r\n" + text.substring(40));
        refuses(Base64.getEncoder().withoutPadding().encodeToString(envelope));
        refuses(Base64.getMimeEncoder().encodeToString(envelope));
        refuses(text.replace('-', '+'));
        refuses(text.toUpperCase(java.util.Locale.ROOT));
        refuses("\uFEFF" + text);
        refuses("hbk-v01-" + text);
        refuses(text.substring(8));
    }

    @Test
    void refusesWhatIsNoEnvelope() {
        for (String other :
                List.of("", " ", VALUE, "hbk-v01-", "hbk-v02-" + text.substring(8), "null", "=", "\u0000", "ß")) {
            refuses(other);
        }
        refuses(new byte[0]);
        refuses(VALUE.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesTheIdOfAnotherKey() {
        for (String id : List.of("k1", "k3", "K2", "  ", "\u0000\u0000")) {
            byte[] changed = bytes.clone();
            System.arraycopy(id.getBytes(StandardCharsets.ISO_8859_1), 0, changed, 7, 2);
            refuses(changed);
        }
    }

    @Test
    void refusesAKeyOfAnotherPurpose() {
        for (Purpose purpose : Purpose.values()) {
            FakeKeyRing ring = FakeKeyRing.of("k2");
            FieldCipher other = FieldCipher.of(new RingOf(purpose, ring));
            String moved = other.encrypt(VALUE, HERE);
            if (purpose == Purpose.FIELDS) {
                assertThat(cipher.decrypt(moved, HERE)).isEqualTo(VALUE);
            } else {
                refuses(moved);
            }
        }
    }

    @Test
    void refusesAKeyThatHasTheSameIdAndOtherBytes() {
        FieldCipher strangers = FieldCipher.of(FakeRings.one("k2", Secret.of(new byte[32])));

        refuses(strangers.encrypt(VALUE, HERE));
    }

    private void refuses(String stored) {
        assertThatThrownBy(() -> cipher.decrypt(stored, HERE)).as(stored).isInstanceOf(CipherException.class);
    }

    private void refuses(byte[] stored) {
        assertThatThrownBy(() -> cipher.decrypt(stored, HERE)).isInstanceOf(CipherException.class);
    }

    @Test
    void refusesATextThatEndsWithACharacterBeyondAscii() {
        FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k1"));
        String stored = cipher.encrypt("ada", HERE);

        for (char last : new char[] {'\u007f', '\u0080', '\u00e4', '\u0100'}) {
            String changed = stored.substring(0, stored.length() - 1) + last;
            assertThatThrownBy(() -> cipher.decrypt(changed, HERE)).isInstanceOf(CipherException.class);
        }
    }
}
