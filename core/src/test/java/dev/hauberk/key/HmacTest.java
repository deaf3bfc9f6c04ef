package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hauberk.policy.Root;
import dev.hauberk.yaml.YamlReader;
import dev.hauberk.yaml.YamlTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DATA-3")
class HmacTest {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 4231, test cases 1 and 2. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,4869205468657265,"
                + "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
        "4a656665,7768617420646f2079612077616e7420666f72206e6f7468696e673f,"
                + "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    })
    void agreesWithTheVectorsOfItsRfc(String key, String message, String tag) {
        Hmac hmac = Hmac.of(Secret.of(HEX.parseHex(key)));

        assertThat(hmac.tag(HEX.parseHex(message))).isEqualTo(HEX.parseHex(tag));
        assertThat(hmac.matches(HEX.parseHex(message), HEX.parseHex(tag))).isTrue();
    }

    @Test
    void refusesATagThatIsChangedCutOrLonger() {
        Hmac hmac = Hmac.of(Secret.of(new byte[] {1, 2, 3}));
        byte[] message = "message".getBytes(StandardCharsets.UTF_8);
        byte[] tag = hmac.tag(message);
        for (int bit = 0; bit < tag.length * 8; bit++) {
            byte[] changed = tag.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(hmac.matches(message, changed)).isFalse();
        }
        for (int length = 0; length < tag.length; length++) {
            assertThat(hmac.matches(message, Arrays.copyOf(tag, length))).isFalse();
        }
        assertThat(hmac.matches(message, Arrays.copyOf(tag, 33))).isFalse();
        assertThat(hmac.matches("massage".getBytes(StandardCharsets.UTF_8), tag))
                .isFalse();
    }

    @Test
    void agreesWithWycheproofAndRefusesEveryCutTag() throws IOException {
        Path file = Root.of("..", "shared", "vectors", "hmac_sha256_test.json");
        assumeTrue(Files.isReadable(file), "skipped: ../shared/vectors/hmac_sha256_test.json is not there");
        int whole = 0;
        int cut = 0;
        for (Map<String, Object> group : maps(parsed(Files.readString(file)).get("testGroups"))) {
            boolean full = group.get("tagSize").equals("256");
            for (Map<String, Object> test : maps(group.get("tests"))) {
                Hmac hmac = Hmac.of(Secret.of(hex(test, "key")));
                boolean valid = test.get("result").equals("valid");
                assertThat(hmac.matches(hex(test, "msg"), hex(test, "tag")))
                        .as("tcId %s", test.get("tcId"))
                        .isEqualTo(full && valid);
                whole += full ? 1 : 0;
                cut += full ? 0 : 1;
            }
        }
        assertThat(whole).isPositive();
        assertThat(cut).isPositive();
    }

    @Test
    void refusesAnEmptyKey() {
        assertThatThrownBy(() -> Hmac.of(Secret.of(new byte[0]))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysNothingOfItsKey() {
        assertThat(Hmac.of(Secret.of(new byte[] {65, 66}))).hasToString("Hmac[hidden]");
    }

    private static byte[] hex(Map<String, Object> test, String member) {
        return HEX.parseHex((String) test.get(member));
    }

    @SuppressWarnings("unchecked") // The file's own form.
    private static List<Map<String, Object>> maps(Object list) {
        return (List<Map<String, Object>>) list;
    }

    /** JSON is YAML too, so that core needs no JSON parser for this. */
    @SuppressWarnings("unchecked") // The file's root is an object.
    private static Map<String, Object> parsed(String json) {
        return (Map<String, Object>) YamlReader.document(json, new Plain()).orElseThrow();
    }

    private static final class Plain implements YamlTree<Object> {
        @Override
        public Object text(String value, int line) {
            return value;
        }

        @Override
        public Object sequence(List<Object> items, int line) {
            return items;
        }

        @Override
        public Object mapping(List<Field<Object>> fields, int line) {
            return fields.stream().collect(Collectors.toMap(Field::key, Field::value));
        }

        @Override
        public void problem(int line, String asked, String set, String remedy) {
            throw new AssertionError(asked + " " + set);
        }
    }
}
