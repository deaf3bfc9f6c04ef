package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class RowNamesTest {
    @Property
    @net.jqwik.api.Tag("DATA-2")
    void readsWhatItWrites(@ForAll("texts") List<String> texts) {
        assertThat(RowNames.read(RowNames.written(texts))).isEqualTo(texts);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<List<String>> texts() {
        return net.jqwik.api.Arbitraries.strings()
                .ascii()
                .withChars(':', '0', '9', 'ö', '€')
                .ofMaxLength(300)
                .list()
                .ofMaxSize(4);
    }

    @Test
    void namesARowByItsOneTextOrByAllOfThemAfterTheirLengths() {
        assertThat(RowNames.joined(List.of("17"))).isEqualTo("17");
        assertThat(RowNames.joined(List.of("bö", "17"))).isEqualTo("3:bö2:17");
    }
}
