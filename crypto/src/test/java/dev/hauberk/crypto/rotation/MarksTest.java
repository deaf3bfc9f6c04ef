package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.crypto.field.Envelope;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class MarksTest {
    private static final FieldContext SOMEWHERE = new FieldContext(new Tenant("one"), "t", "c", "1");

    @Property(tries = 50)
    @net.jqwik.api.Tag("DATA-2")
    void findsTheKeyOfEveryEnvelopeWhateverItsIdIs(
            @ForAll @AlphaChars @CharRange(from = '0', to = '9') @StringLength(min = 1, max = 32) String id) {
        FieldCipher cipher = FieldCipher.of(FakeKeyRing.of(id));
        String text = cipher.encrypt("", SOMEWHERE);
        byte[] bytes = cipher.encrypt(new byte[0], SOMEWHERE);

        assertThat(Marks.keysIn(text)).containsExactly(id);
        assertThat(Marks.keysIn("a" + text + "." + text)).containsExactly(id, id);
        assertThat(Marks.keysIn(text.substring(0, Marks.START_CHARACTERS))).containsExactly(id);
        assertThat(Marks.keysIn(Arrays.copyOf(bytes, Marks.START_BYTES), 0)).containsExactly(id);
        assertThat(Marks.keysIn(bytes, 1)).isEmpty();
    }

    @Test
    void findsNoKeyWhereOnlyTheMarkIs() {
        assertThat(Marks.keysIn(Envelope.MARK)).isEmpty();
        assertThat(Marks.keysIn(Envelope.MARK + "AAA")).isEmpty();
        assertThat(Marks.keysIn(start(0, "k1"))).isEmpty();
        assertThat(Marks.keysIn(start(33, "k".repeat(32)))).isEmpty();
        assertThat(Marks.keysIn(start(200, "k".repeat(32)))).isEmpty();
        assertThat(Marks.keysIn(start(2, "k "))).isEmpty();
        assertThat(Marks.keysIn(start(2, "k1").substring(0, 8))).isEmpty();
        assertThat(Marks.keysIn(start(3, "k1"))).isEmpty();
        assertThat(Marks.keysIn(start(2, "k1"))).containsExactly("k1");
        assertThat(Marks.keysIn(Marks.bytes(), 0)).isEmpty();
        assertThat(Marks.keysIn(new byte[0], 0)).isEmpty();
    }

    @Test
    void givesTheMarkAwayAsACopy() {
        Marks.bytes()[0]++;

        assertThat(Base64.getUrlEncoder().encodeToString(Marks.bytes())).isEqualTo(Envelope.MARK);
        assertThat(new String(Marks.textBytes(), StandardCharsets.UTF_8)).isEqualTo(Envelope.MARK);
        assertThat(List.of(Marks.START_BYTES, Marks.START_CHARACTERS)).containsExactly(39, 52);
    }

    /** The beginning of an envelope, with a length that may not be that of the id. */
    private static String start(int length, String id) {
        byte[] mark = Marks.bytes();
        byte[] start = Arrays.copyOf(mark, mark.length + 1 + id.length());
        start[mark.length] = (byte) length;
        System.arraycopy(id.getBytes(StandardCharsets.US_ASCII), 0, start, mark.length + 1, id.length());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(start);
    }
}
