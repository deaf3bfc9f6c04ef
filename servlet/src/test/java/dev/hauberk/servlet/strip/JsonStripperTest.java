package dev.hauberk.servlet.strip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

@Tag("HTTP-4")
class JsonStripperTest {
    private static final FieldNames NAMES = new FieldNames(List.of("password", "accessToken", "api-key"));
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static String strip(String document) {
        return strip(document.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
    }

    private static String strip(byte[] document, int step) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonStripper stripper = new JsonStripper(NAMES, out);
        for (int at = 0; at < document.length; at += Math.min(step, document.length - at)) {
            stripper.feed(document, at, Math.min(step, document.length - at));
        }
        stripper.finish();
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeff{\"password\":\"leak\"}",
                "/**/{\"password\":\"leak\"}",
                "# x\n{\"password\":\"leak\"}",
                "{a:1,\"password\":\"leak\"}",
                "{'pass_word' : 'leak'}",
                "{password:leak}",
                "{\"a\":1} x {\"\\u0070assword\":\"leak\"}",
                "{} {'a'} {\"access-token\":\"leak\"}"
            })
    void emptiesATextThatALenientReaderWouldTakeForADocument(String text) {
        String stripped = strip(MAPPER.writeValueAsString(Map.of("text", text)));
        assertThat(stripped).isIn("{\"text\":\"\"}", "{\"text\":\"{}\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{a:1} is no JSON", "[see password]", "{} {}", "note: the password is in the safe", "/api/x"})
    void leavesATextAloneThatNamesNoMember(String text) {
        String document = MAPPER.writeValueAsString(Map.of("text", text));
        assertThat(strip(document)).isEqualTo(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"password\":\"x\",\"a\":1}|{\"a\":1}",
                "{\"a\":1,\"PassWord\":{\"b\":[1,{\"c\":2}]},\"d\":2}|{\"a\":1,\"d\":2}",
                "{\"pass_word\":1,\"pass-word\":2,\"PASS_-WORD\":3}|{}",
                "{\"\\u0070assword\":1,\"p\\u0041ssword\":2}|{}",
                "{\"pa\u017f\u017fword\":1}|{}",
                "{\"access_token\":[[1]],\"apikey\":null,\"apiKeys\":1}|{\"apiKeys\":1}",
                "[{\"password\":1},[{\"password\":2}],3]|[{},[{}],3]",
                "{\"password\":1,\"password\":2,\"a\":1,\"a\":2}|{\"a\":1,\"a\":2}",
                "{\"s\":\"{\\\"password\\\":\\\"x\\\",\\\"a\\\":1}\"}|{\"s\":\"{\\\"a\\\":1}\"}",
                "{\"s\":\" [{\\\"s\\\":\\\"{\\\\\\\"password\\\\\\\":1}\\\"}]\"}|{\"s\":\"[{\\\"s\\\":\\\"{}\\\"}]\"}",
                "{\"s\":\"{\\\"password\\\":1} and more\"}|{\"s\":\"\"}",
                "{\"s\":\"{not json\",\"t\":\"[x] y\"}|{\"s\":\"{not json\",\"t\":\"[x] y\"}",
                "{\"s\":\"{ \\\"a\\\" : 1 }\"}|{\"s\":\"{ \\\"a\\\" : 1 }\"}",
                "\"{\\\"password\\\":1}\"|\"{}\"",
                "[1.50,1e400,-0.0,123456789012345678901234567890,0.1000000000000000000001]|[1.50,1e400,-0.0,123456789012345678901234567890,0.1000000000000000000001]",
                "null|null",
                "\"\\u2028\ud83d\ude00\"|\"\u2028\ud83d\ude00\""
            })
    void strips(String document, String left) {
        assertThat(strip(document)).isEqualTo(left);
        assertThat(strip(document.getBytes(StandardCharsets.UTF_8), 1)).isEqualTo(left);
    }

    @Test
    void stripsEachOfSeveralDocuments() {
        assertThat(strip("{\"a\":1}\n{\"password\":2} 3\n")).isEqualTo("{\"a\":1}\n{}\n3");
        assertThat(strip(" ")).isEmpty();
    }

    @Test
    void findsANameThousandDeep() {
        String deep = "{\"a\":[".repeat(500) + "{\"password\":\"geheim\",\"b\":1}" + "]}".repeat(500);
        assertThat(strip(deep)).isEqualTo(deep.replace("\"password\":\"geheim\",", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\"",
                "{\"a\":",
                "[1,",
                "{\"a\":1",
                "\"abc",
                "{\"a\":1}}",
                "{'a':1}",
                "{a:1}",
                "[1,]",
                "NaN",
                "tru",
                "<a/>",
                "a,b",
                "{\"a\":\"\u0001\"}",
                "{\"password\":",
                "{\"password\":{",
                "// x\n1",
                "01"
            })
    void refuses(String broken) {
        assertThatThrownBy(() -> strip(broken)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> strip(broken.getBytes(StandardCharsets.UTF_8), 1))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesWhatIsNoUtf8() {
        assertThatThrownBy(() -> strip(new byte[] {'"', (byte) 0xff, '"'}, 1)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> strip("{\"password\":1}".getBytes(StandardCharsets.UTF_16), 7))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesAStringOrADepthWithoutEnd() {
        assertThatThrownBy(() -> strip("\"" + "x".repeat(5 << 20) + "\"")).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> strip("[".repeat(5_000))).isInstanceOf(JacksonException.class);
    }

    @Test
    void agreesWithDeletingFromTheTreeOnTenThousandRandomDocuments() {
        Random random = new Random(20_261_124);
        for (int i = 0; i < 10_000; i++) {
            JsonNode document = random(random, 5);
            byte[] bytes = MAPPER.writeValueAsBytes(document);
            JsonNode stripped = MAPPER.readTree(strip(bytes, 1 + random.nextInt(40)));
            assertThat(stripped).isEqualTo(delete(MAPPER.readTree(bytes)));
        }
    }

    private static JsonNode random(Random random, int depth) {
        JsonNodeFactory make = JsonNodeFactory.instance;
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> make.nullNode();
            case 1 -> make.booleanNode(random.nextBoolean());
            case 2 -> make.numberNode(random.nextLong());
            case 3 -> make.numberNode(random.nextDouble());
            case 4 -> make.stringNode(word(random));
            case 5 -> make.numberNode(random.nextInt(10));
            case 6 -> {
                ArrayNode array = make.arrayNode();
                random.ints(random.nextInt(5)).forEach(each -> array.add(random(random, depth - 1)));
                yield array;
            }
            default -> {
                ObjectNode object = make.objectNode();
                random.ints(random.nextInt(6)).forEach(each -> object.set(word(random), random(random, depth - 1)));
                yield object;
            }
        };
    }

    private static String word(Random random) {
        List<String> words = List.of(
                "password",
                "passWord",
                "pass_word",
                "PASSWORD-",
                "access-token",
                "apiKey",
                "passwords",
                "a",
                "b",
                "\u00e9",
                "\ud83d\ude00",
                "\"",
                "\\",
                "",
                "\n",
                "x".repeat(100));
        return words.get(random.nextInt(words.size()));
    }

    private static JsonNode delete(JsonNode node) {
        if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> members = object.properties().iterator();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                String folded =
                        member.getKey().toLowerCase(java.util.Locale.ROOT).replaceAll("[_-]", "");
                if (List.of("password", "accesstoken", "apikey").contains(folded)) {
                    members.remove();
                } else {
                    delete(member.getValue());
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(JsonStripperTest::delete);
        }
        return node;
    }
}
