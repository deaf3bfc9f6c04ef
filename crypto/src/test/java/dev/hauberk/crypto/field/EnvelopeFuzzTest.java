package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hauberk.crypto.FakeKeyRing;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Tag;

/** Whatever is stored, an envelope opens to what was closed in it or is refused by the one exception. */
@Tag("DATA-2")
class EnvelopeFuzzTest {
    private static final FieldCipher CIPHER = FieldCipher.of(FakeKeyRing.of("k2", "k1"));
    private static final byte[] VALUE = {1, 2, 3};

    @FuzzTest
    @Tag("jazzer")
    void opensNothingThatWasNotMade(FuzzedDataProvider data) {
        byte[] envelope = CIPHER.encrypt(VALUE, HERE);
        byte[] changed = changed(envelope, data);
        try {
            if (!Arrays.equals(CIPHER.decrypt(changed, HERE), VALUE) || !Arrays.equals(changed, envelope)) {
                throw new AssertionError("opened: " + Base64.getEncoder().encodeToString(changed));
            }
        } catch (CipherException e) {
            if (Arrays.equals(changed, envelope)) {
                throw new AssertionError("did not open");
            }
        }
        look(data.consumeRemainingAsString());
    }

    private static byte[] changed(byte[] envelope, FuzzedDataProvider data) {
        byte[] changed = Arrays.copyOf(envelope, data.consumeInt(0, envelope.length + 40));
        for (int left = data.consumeInt(0, 8); left > 0 && changed.length > 0; left--) {
            changed[data.consumeInt(0, changed.length - 1)] = data.consumeByte();
        }
        return data.consumeBoolean() ? changed : data.consumeBytes(200);
    }

    private static void look(String text) {
        boolean names = Envelope.keyIdOf(text).isPresent();
        if (names && !Envelope.isMarked(text)) {
            throw new AssertionError("names a key without a mark: " + text);
        }
        try {
            CIPHER.decrypt(text, HERE);
            throw new AssertionError("opened: " + text);
        } catch (CipherException e) {
            CIPHER.isStale(text);
        }
    }
}
