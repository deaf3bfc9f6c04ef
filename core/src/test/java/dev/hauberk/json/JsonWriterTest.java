package dev.hauberk.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("AUDIT-2")
class JsonWriterTest {
    @Test
    void writesEveryKindOfValueWithoutSpace() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("text", "a");
        members.put("int", 1);
        members.put("long", Long.MIN_VALUE);
        members.put("yes", true);
        members.put("list", Arrays.asList("x", null, List.of(), Map.of()));
        assertThat(JsonWriter.write(members))
                .isEqualTo(
                        "{\"text\":\"a\",\"int\":1,\"long\":-9223372036854775808,\"yes\":true,\"list\":[\"x\",null,[],{}]}");
    }

    @Test
    void keepsTheOrderOfTheMap() {
        assertThat(JsonWriter.write(new TreeMap<>(Map.of("b", 1, "a", 2)))).isEqualTo("{\"a\":2,\"b\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "34|\\\"",
                "92|\\\\",
                "10|\\n",
                "13|\\r",
                "9|\\t",
                "0|\\u0000",
                "27|\\u001b",
                "127|\\u007f",
                "133|\\u0085",
                "8232|\\u2028",
                "8233|\\u2029",
                "8238|\\u202e",
                "8203|\\u200b",
                "65279|\\ufeff"
            })
    void escapes(int character, String escape) {
        assertThat(JsonWriter.write("" + (char) character)).isEqualTo("\"" + escape + "\"");
    }

    @Test
    void replacesASurrogateWithoutItsOtherHalf() {
        assertThat(JsonWriter.write("a\ud800b\udc00\ud800")).isEqualTo("\"a\ufffdb\ufffd\ufffd\"");
        assertThat(JsonWriter.write("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    }

    @Property
    void writesOnePrintableLineForAnyText(@ForAll String text) {
        assertThat(JsonWriter.write(Map.of(text, List.of(text))))
                .matches("\\P{Cntrl}+")
                .doesNotContain("\u2028", "\u2029");
    }

    @Test
    void refusesWhatJsonHasNoOneWayFor() {
        assertThatThrownBy(() -> JsonWriter.write(1.5)).hasMessageContaining("java.lang.Double");
        assertThatThrownBy(() -> JsonWriter.write(Map.of(1, 2))).hasMessageContaining("name is text");
    }

    @Test
    void refusesAListThatHoldsItself() {
        List<Object> itself = new java.util.ArrayList<>();
        itself.add(itself);
        assertThatThrownBy(() -> JsonWriter.write(itself)).isInstanceOf(IllegalArgumentException.class);
    }
}
