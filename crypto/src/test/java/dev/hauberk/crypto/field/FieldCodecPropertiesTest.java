package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

/** DATA-2 a7, for whatever value there is. */
@Tag("DATA-2")
class FieldCodecPropertiesTest {
    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k1"));

    @Property
    void bringsBackWhateverCharacters(@ForAll char[] characters) {
        String text = new String(characters);

        assertThat(back(text, FieldCodec.text())).isEqualTo(text);
        assertThat(back(text, FieldCodec.text().padded(32))).isEqualTo(text);
    }

    @Property
    void bringsBackWhateverCharactersNearTheSurrogates(@ForAll short[] numbers) {
        StringBuilder text = new StringBuilder();
        for (short number : numbers) {
            text.append((char) (0xd7f0 + (number & 0x80f)));
        }

        assertThat(back(text.toString(), FieldCodec.text())).isEqualTo(text.toString());
    }

    @Property
    void bringsBackWhateverBytes(@ForAll byte[] bytes) {
        assertThat(cipher.decrypt(cipher.encrypt(bytes, HERE), HERE)).isEqualTo(bytes);
        assertThat(back(bytes, FieldCodec.bytes().padded(7))).isEqualTo(bytes);
    }

    @Property
    void bringsBackWhateverNumber(@ForAll long whole, @ForAll BigInteger digits, @ForAll int scale) {
        assertThat(back(whole, FieldCodec.longs())).isEqualTo(whole);
        assertThat(back(new BigDecimal(digits, scale), FieldCodec.decimals())).isEqualTo(new BigDecimal(digits, scale));
    }

    private <T> T back(T value, FieldCodec<T> codec) {
        return cipher.decrypt(cipher.encrypt(value, codec, HERE), codec, HERE);
    }
}
