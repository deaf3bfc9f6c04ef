package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

@Tag("DATA-2")
class NormaliserTest {
    private final Normaliser text = Normaliser.text();
    private final Normaliser phone = Normaliser.e164("DE");

    @Example
    void leavesExactValuesAlone() {
        assertThat(Normaliser.exact().normalise(" Ada e\u0301 ")).isEqualTo(" Ada e\u0301 ");
    }

    @Example
    void foldsCaseAndComposes() {
        assertThat(text.normalise("Ada@Example.ORG")).isEqualTo("ada@example.org");
        assertThat(text.normalise("E\u0301")).isEqualTo("\u00e9");
        assertThat(text.normalise("\u00c9")).isEqualTo("\u00e9");
        assertThat(text.normalise("STRASSE"))
                .isEqualTo(text.normalise("Straße"))
                .isEqualTo(text.normalise("STRAẞE"))
                .isEqualTo("strasse");
        assertThat(text.normalise("ΟΔΟΣ")).isEqualTo(text.normalise("οδος")).isEqualTo(text.normalise("οδοσ"));
        assertThat(text.normalise("TITLE")).isEqualTo("title");
        assertThat(text.normalise("ı")).isEqualTo("i");
    }

    @Example
    void keepsApartWhatDiffersOtherwise() {
        assertThat(text.normalise("ada ")).isNotEqualTo(text.normalise("ada"));
        assertThat(text.normalise("é")).isNotEqualTo(text.normalise("e"));
        assertThat(text.normalise("ａ")).isNotEqualTo(text.normalise("a"));
        assertThat(text.normalise("а")).as("a Cyrillic one").isNotEqualTo(text.normalise("a"));
    }

    @Property
    void givesTheSameForWhatItGave(@ForAll String value) {
        assertThat(text.normalise(text.normalise(value))).isEqualTo(text.normalise(value));
    }

    @Property
    void givesTheSameForEveryComposition(@ForAll String value) {
        String once = text.normalise(value);

        assertThat(text.normalise(Normalizer.normalize(value, Normalizer.Form.NFD)))
                .isEqualTo(once);
        assertThat(text.normalise(Normalizer.normalize(value, Normalizer.Form.NFC)))
                .isEqualTo(once);
    }

    @Example
    void givesTheSameForEveryCaseOfEveryCharacter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            String value = "a" + Character.toString(point) + "b";
            String once = text.normalise(value);
            if (!once.equals(text.normalise(value.toUpperCase(Locale.ROOT)))
                    || !once.equals(text.normalise(value.toLowerCase(Locale.ROOT)))
                    || !once.equals(text.normalise(once))) {
                throw new AssertionError(Integer.toHexString(point));
            }
        }
    }

    @Example
    void writesTelephoneNumbersInOneWay() {
        for (String number : new String[] {
            "+493012345678",
            "030 12345678",
            "030/123 456 78",
            "0049 30 12345678",
            "(030) 12345678",
            "tel:+49-30-12345678"
        }) {
            assertThat(phone.normalise(number)).as(number).isEqualTo("+493012345678");
        }
        assertThat(phone.normalise("+1 201 555 0123")).isEqualTo("+12015550123");
        assertThat(phone.normalise(phone.normalise("030 12345678"))).isEqualTo("+493012345678");
    }

    @Example
    void refusesWhatIsNoTelephoneNumberWithoutSayingIt() {
        for (String number : new String[] {
            "", "ada", "1", "+1 12345", "+1 5550123", "+49", "+999 123456789", "030 123456789012345678"
        }) {
            assertThatThrownBy(() -> phone.normalise(number))
                    .as(number)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no telephone number")
                    .hasNoCause();
        }
    }

    @Example
    void refusesARegionThatIsNone() {
        for (String region : new String[] {"", "de", "XX", "DEU", "ZZ"}) {
            assertThatThrownBy(() -> Normaliser.e164(region)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
