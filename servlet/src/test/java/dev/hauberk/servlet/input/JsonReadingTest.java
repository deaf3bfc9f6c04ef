package dev.hauberk.servlet.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.DataSize;
import dev.hauberk.policy.InputPolicy;
import dev.hauberk.policy.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("INPUT-1")
class JsonReadingTest {
    private static final Map<String, Shape> SHAPE = Map.of(
            "title", Shape.parse("text 1..3"),
            "count?", Shape.parse("integer 0..10"),
            "done?", Shape.parse("boolean"),
            "share?", Shape.parse("number"),
            "tags?", Shape.parse("texts 0..2"));

    private final JsonReading json =
            JsonReading.of(new InputPolicy(new DataSize(1_000_000), 8, 100, Map.of("note", SHAPE)));

    private Checked object(String text) {
        return json.object(text.getBytes(StandardCharsets.UTF_8), SHAPE);
    }

    @Test
    void readsAnObjectOfItsShape() {
        Checked checked = object(
                "{\"title\":\"a\ud83d\ude00c\",\"count\":10,\"done\":false,\"share\":1.5e3,\"tags\":[\"x\",\"y\"]}");
        assertThat(checked)
                .isEqualTo(new Checked.Sound(Map.of(
                        "title",
                        "a\ud83d\ude00c",
                        "count",
                        10L,
                        "done",
                        false,
                        "share",
                        "1.5e3",
                        "tags",
                        List.of("x", "y"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "1",
                "\"a\"",
                "{}",
                "{\"title\":\"a\"",
                "{\"title\":\"a\"}}",
                "{\"title\":\"a\"}{\"title\":\"a\"}",
                "{\"title\":\"a\"} 1",
                "{\"title\":\"a\",}",
                "{\"title\":\"a\",\"other\":1}",
                "{\"title\":\"a\",\"count?\":1}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "{\"title\":\"a\",\"\\u0074itle\":\"b\"}",
                "{\"Title\":\"a\"}",
                "{\"title\":\"\"}",
                "{\"title\":\"abcd\"}",
                "{\"title\":1}",
                "{\"title\":true}",
                "{\"title\":null}",
                "{\"title\":[\"a\"]}",
                "{\"title\":{\"a\":\"b\"}}",
                "{\"title\":\"\\ud800\"}",
                "{\"title\":\"\\udc00\\ud800\"}",
                "{\"title\":\"a\",\"count\":\"1\"}",
                "{\"title\":\"a\",\"count\":1.0}",
                "{\"title\":\"a\",\"count\":1e1}",
                "{\"title\":\"a\",\"count\":11}",
                "{\"title\":\"a\",\"count\":-1}",
                "{\"title\":\"a\",\"count\":01}",
                "{\"title\":\"a\",\"count\":+1}",
                "{\"title\":\"a\",\"count\":9223372036854775808}",
                "{\"title\":\"a\",\"count\":null}",
                "{\"title\":\"a\",\"count\":true}",
                "{\"title\":\"a\",\"done\":\"true\"}",
                "{\"title\":\"a\",\"done\":0}",
                "{\"title\":\"a\",\"share\":NaN}",
                "{\"title\":\"a\",\"share\":Infinity}",
                "{\"title\":\"a\",\"share\":1e400}",
                "{\"title\":\"a\",\"share\":-1e999999999}",
                "{\"title\":\"a\",\"share\":\"1\"}",
                "{\"title\":\"a\",\"tags\":\"x\"}",
                "{\"title\":\"a\",\"tags\":[1]}",
                "{\"title\":\"a\",\"tags\":[null]}",
                "{\"title\":\"a\",\"tags\":[\"x\",\"y\",\"z\"]}",
                "{\"title\":\"a\",\"tags\":[[\"x\"]]}",
                "{'title':'a'}",
                "{title:\"a\"}",
                "/* */{\"title\":\"a\"}",
                "{\"title\":\"a\n\"}",
                "\ufeff{\"title\":\"a\"}"
            })
    void refusesWhatIsNotOfItsShape(String text) {
        assertThat(object(text)).isInstanceOf(Checked.Unsound.class);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        byte[] overlong = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xc0, (byte) 0xae, '"', '}'};
        assertThat(json.object(overlong, SHAPE)).isInstanceOf(Checked.Unsound.class);
        assertThat(json.object("{\"title\":\"a\"}".getBytes(StandardCharsets.UTF_16), SHAPE))
                .isInstanceOf(Checked.Unsound.class);
        assertThat(json.anything(new byte[] {'"', (byte) 0xff, '"'})).isInstanceOf(Checked.Unsound.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\u0007", "\\b", "\\f", "\\u001b", "\\u007f", "\\u0085", "\\u009b"})
    void takesControlsInSecretsAlone(String control) {
        assertThat(as("text", control)).isInstanceOf(Checked.Unsound.class);
        assertThat(as("line", control)).isInstanceOf(Checked.Unsound.class);
        assertThat(as("secret", control)).isInstanceOf(Checked.Sound.class);
    }

    @Test
    void takesTabsAndLineBreaksInTexts() {
        assertThat(as("text", "\\t\\r\\n")).isInstanceOf(Checked.Sound.class);
        assertThat(as("line", "\\t")).isInstanceOf(Checked.Unsound.class);
    }

    @Test
    void countsTheCharactersOfASecretThatAreThere() {
        assertThat(as("secret 1..5", "123")).isInstanceOf(Checked.Sound.class);
        assertThat(as("secret 1..4", "123")).isInstanceOf(Checked.Unsound.class);
        assertThat(as("secret 6..9", "123")).isInstanceOf(Checked.Unsound.class);
    }

    private static Checked as(String shape, String middle) {
        Map<String, Shape> one = Map.of("it", Shape.parse(shape));
        JsonReading reading = JsonReading.of(new InputPolicy(new DataSize(1_000), 8, 100, Map.of("one", one)));
        return reading.object(("{\"it\":\"a" + middle + "b\"}").getBytes(StandardCharsets.UTF_8), one);
    }

    @Test
    void boundsDepthAndMembersOfWhateverItIs() {
        assertThat(anything("[".repeat(8) + "]".repeat(8))).isInstanceOf(Checked.Sound.class);
        assertThat(anything("[".repeat(9) + "]".repeat(9))).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("[".repeat(100_000))).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("[" + "1,".repeat(90) + "1]")).isInstanceOf(Checked.Sound.class);
        assertThat(anything("[" + "1,".repeat(100) + "1]")).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("9".repeat(101))).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("{\"a\":{\"b\":1,\"b\":2}}")).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("{\"\\ud800\":1}")).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("1e400")).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("")).isInstanceOf(Checked.Unsound.class);
        assertThat(anything("null")).isInstanceOf(Checked.Sound.class);
    }

    private Checked anything(String text) {
        return json.anything(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void saysNothingOfWhatWasSent() {
        assertThat(object("{\"title\":\"a\",\"secret\":1}").toString()).doesNotContain("secret");
        assertThat(object("{\"title\":\"abc\"}").toString()).doesNotContain("abc");
    }
}
