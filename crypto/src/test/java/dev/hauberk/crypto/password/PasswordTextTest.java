package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;

@Tag("AUTHN-2")
class PasswordTextTest {
    @Property
    void writesWhatTheJdkWritesForWellFormedText(@ForAll @StringLength(max = 40) String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        boolean wellFormed = StandardCharsets.UTF_8.newEncoder().canEncode(normal);
        byte[] bytes = PasswordText.bytes(text, 1024).orElseThrow();
        if (wellFormed) {
            assertThat(bytes).isEqualTo(normal.getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(bytes).isNotEqualTo(normal.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Property
    void writesDifferentBytesForDifferentText(@ForAll @UniqueElements List<@StringLength(max = 3) String> texts) {
        long normal = texts.stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFC))
                .distinct()
                .count();
        long bytes = texts.stream()
                .map(text -> new String(PasswordText.bytes(text, 1024).orElseThrow(), StandardCharsets.ISO_8859_1))
                .distinct()
                .count();
        assertThat(bytes).isEqualTo(normal);
    }

    @Property
    void countsTheBytesThatItWouldWrite(@ForAll @StringLength(max = 60) String text) {
        int length = PasswordText.bytes(text, 1024).orElseThrow().length;
        assertThat(PasswordText.bytes(text, Math.max(length, 30))).isPresent();
        if (length > 0) {
            assertThat(PasswordText.bytes(text, length - 1)).isEmpty();
        }
    }
}
