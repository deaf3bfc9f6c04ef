package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** DATA-2 a7: what comes back is exactly what went in. */
@Tag("DATA-2")
class FieldCodecTest {
    private static final FieldCodec<JsonNode> JSON = FieldCodec.json();

    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k1"));

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "\0",
                "?",
                "a?b",
                "\uD800",
                "\uDC00",
                "a\uD800",
                "\uDC00\uD800",
                "\uD83D\uDE00",
                "\uD83D\uD83D\uDE00\uDE00",
                "é\uD800?",
                "\uFFFD",
                "\uFFFD\uD800\uFFFD",
                "\uD7FF\uE000",
                "\uFEFFbom",
                "e\u0301",
                "\u00e9",
                "İıSSßΣς",
                "\uFFFF\uFFFE",
                new String(Character.toChars(0x10FFFF)),
                "hbk-v01-",
                "line\r\nline\u2028\u0085");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void bringsTextsBack(String text) {
        assertThat(cipher.decrypt(cipher.encrypt(text, HERE), HERE)).isEqualTo(text);
    }

    @Test
    void bringsTenMegabytesBack() {
        String text = "0123456789".repeat(1_048_576);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(cipher.decrypt(cipher.encrypt(text, HERE), HERE).equals(text))
                .isTrue();
        assertThat(java.util.Arrays.equals(cipher.decrypt(cipher.encrypt(bytes, HERE), HERE), bytes))
                .isTrue();
    }

    @Test
    void writesTextAsUtf8() {
        assertThat(FieldCodec.text().encode("aß€😀")).isEqualTo("aß€😀".getBytes(StandardCharsets.UTF_8));
        assertThat(FieldCodec.text().encode("\uD800")).isEqualTo(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
        assertThat(FieldCodec.text().encode("\uDFFF")).isEqualTo(new byte[] {(byte) 0xed, (byte) 0xbf, (byte) 0xbf});
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 255, 256, Long.MAX_VALUE})
    void bringsWholeNumbersBackWithoutSayingHowLargeTheyAre(long number) {
        assertThat(back(number, FieldCodec.longs())).isEqualTo(number);
        assertThat(FieldCodec.longs().encode(number)).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "1",
                "1.0",
                "1.00",
                "-1.5",
                "1E+9",
                "1E-2147483647",
                "123456789012345678901234567890.12"
            })
    void bringsDecimalNumbersBackWithTheirScale(String number) {
        assertThat(back(new BigDecimal(number), FieldCodec.decimals())).isEqualTo(new BigDecimal(number));
    }

    @Test
    void bringsDatesBack() {
        for (LocalDate date : List.of(LocalDate.MIN, LocalDate.EPOCH, LocalDate.of(2024, 2, 29), LocalDate.MAX)) {
            assertThat(back(date, FieldCodec.dates())).isEqualTo(date);
            assertThat(FieldCodec.dates().encode(date)).hasSize(8);
        }
    }

    @Test
    void bringsMomentsBackToTheNanosecond() {
        for (Instant moment :
                List.of(Instant.MIN, Instant.EPOCH, Instant.parse("2026-11-24T18:00:00.123456789Z"), Instant.MAX)) {
            assertThat(back(moment, FieldCodec.instants())).isEqualTo(moment);
            assertThat(FieldCodec.instants().encode(moment)).hasSize(12);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "true",
                "\"\"",
                "[]",
                "{}",
                "{\"b\":1,\"a\":[1.10,1E+400,-0.0,12345678901234567890123],\"\":{\"x\":null}}",
                "\"\\ud800 ß \\u0000\"",
            })
    void bringsTreesBackAsTheirText(String text) {
        JsonNode tree = JSON.parse(text);

        JsonNode back = back(tree, JSON);

        assertThat(back).isEqualTo(tree);
        assertThat(JSON.encode(back)).isEqualTo(JSON.encode(tree));
        assertThat(back.toString()).isEqualTo(tree.toString());
    }

    @Test
    void keepsTheDigitsOfNumbersInTrees() {
        JsonNode tree = JsonNodeFactory.instance.numberNode(new BigDecimal("1.10"));

        assertThat(back(tree, JSON).decimalValue()).isEqualTo(new BigDecimal("1.10"));
    }

    @Test
    void bringsLongTreesBack() {
        JsonNode number = JsonNodeFactory.instance.numberNode(BigInteger.TEN.pow(5_000));
        JsonNode name = JsonNodeFactory.instance.objectNode().put("n".repeat(100_000), "v".repeat(30_000_000));

        assertThat(back(number, JSON)).isEqualTo(number);
        assertThat(back(name, JSON).equals(name)).isTrue();
    }

    @Test
    void refusesBytesThatItNeverWrites() {
        Map<FieldCodec<?>, List<byte[]>> never = Map.of(
                FieldCodec.longs(), List.of(new byte[0], new byte[7], new byte[9]),
                FieldCodec.dates(), List.of(new byte[7], LongCodec.bytes(Long.MAX_VALUE)),
                FieldCodec.instants(), List.of(new byte[0], new byte[11], new byte[13], filled(12)),
                FieldCodec.decimals(), List.of(new byte[0], new byte[4]),
                FieldCodec.json(), List.of(new byte[0], text("{"), text("1 2"), text("nul")),
                FieldCodec.text().padded(4), List.of(new byte[0], new byte[4], filled(4)));

        never.forEach((codec, all) -> all.forEach(bytes -> assertThatThrownBy(() -> codec.decode(bytes))
                .as(codec.kind())
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()));
    }

    @Test
    void refusesATreeThatIsMissing() {
        assertThatThrownBy(() -> JSON.encode(JsonNodeFactory.instance.missingNode()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheTextsOfColumnsInClear() {
        assertThat(FieldCodec.text().parse("ada")).isEqualTo("ada");
        assertThat(FieldCodec.longs().parse("-7")).isEqualTo(-7);
        assertThat(FieldCodec.decimals().parse("1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(FieldCodec.dates().parse("2024-02-29")).isEqualTo("2024-02-29");
        assertThat(FieldCodec.instants().parse("2026-11-24T18:00:00Z")).isEqualTo("2026-11-24T18:00:00Z");
        assertThat(FieldCodec.json().parse("{\"a\":1}").get("a").intValue()).isEqualTo(1);
        assertThat(FieldCodec.longs().padded(16).parse("7")).isEqualTo(7);
        for (FieldCodec<?> codec : List.of(
                FieldCodec.bytes(),
                FieldCodec.longs(),
                FieldCodec.decimals(),
                FieldCodec.dates(),
                FieldCodec.instants(),
                FieldCodec.json())) {
            assertThatThrownBy(() -> codec.parse("ada"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasNoCause();
        }
    }

    @Test
    void hasAKindOfItsOwnForEachType() {
        List<FieldCodec<?>> codecs = List.of(
                FieldCodec.text(),
                FieldCodec.bytes(),
                FieldCodec.longs(),
                FieldCodec.decimals(),
                FieldCodec.dates(),
                FieldCodec.instants(),
                FieldCodec.json(),
                FieldCodec.text().padded(2),
                FieldCodec.longs().padded(2));

        assertThat(codecs)
                .extracting(FieldCodec::kind)
                .containsExactly(
                        "text", "bytes", "long", "decimal", "date", "instant", "json", "padded-text", "padded-long");
    }

    @Test
    void hidesALengthWithinItsBucket() {
        FieldCodec<String> padded = FieldCodec.text().padded(16);

        IntStream.range(0, 40).forEach(length -> {
            String text = "a".repeat(length);
            assertThat(padded.encode(text)).hasSize((length / 16 + 1) * 16);
            assertThat(back(text, padded)).isEqualTo(text);
            assertThat(cipher.encrypt(text, padded, HERE).length())
                    .isEqualTo(cipher.encrypt("a".repeat(length / 16 * 16), padded, HERE)
                            .length());
        });
        assertThat(back("\0\0", padded)).isEqualTo("\0\0");
        assertThat(FieldCodec.text().padded(32).decode(padded.encode("ada"))).isEqualTo("ada");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 1, 65_537})
    void refusesABucketThatHidesNothingOrIsTooLarge(int bucket) {
        assertThatThrownBy(() -> FieldCodec.text().padded(bucket)).isInstanceOf(IllegalArgumentException.class);
        assertThat(FieldCodec.text().padded(2).encode("")).hasSize(2);
        assertThat(FieldCodec.text().padded(65_536).encode("")).hasSize(65_536);
    }

    private <T> T back(T value, FieldCodec<T> codec) {
        return cipher.decrypt(cipher.encrypt(value, codec, HERE), codec, HERE);
    }

    private static byte[] filled(int length) {
        byte[] bytes = new byte[length];
        java.util.Arrays.fill(bytes, (byte) 0x7f);
        return bytes;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bringsBackANumberThatIsLongerThanAnyReaderAsksFor() {
        String number = "1".repeat(2_000);

        assertThat(FieldCodec.json().parse(number).asBigInteger()).isEqualTo(new java.math.BigInteger(number));
    }

    @Test
    void readsHalfASurrogateAtTheEndOfBytesAsNoCharacter() {
        assertThat(FieldCodec.text().decode(new byte[] {'a', (byte) 0xed, (byte) 0xa0}))
                .startsWith("a\uFFFD");
    }
}
