package dev.hauberk.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.http.Response;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "{\"a\":1,\"a\":2}", "{} x", "{}{}", "NaN", "{'a':1}", "{\"a\":1,}", "\ufeff{}"})
    void refusesWhatIsNotOneStrictValue(String text) {
        assertThat(Json.parse(text)).isEmpty();
    }

    @Test
    void answersMissingForABodyThatIsNoJson() {
        assertThat(Json.of(new Response("HTTP/1.1", 200, "", List.of(), Bytes.of("<html>")))
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void readsTextsAndNothingElseAsText() {
        var node = Json.parse("{\"a\":\"x\",\"b\":1,\"c\":[\"y\",\"x\"]}").orElseThrow();
        assertThat(Json.text(node, "a")).isEqualTo(Optional.of("x"));
        assertThat(Json.text(node, "b")).isEmpty();
        assertThat(Json.text(node, "z")).isEmpty();
        assertThat(Json.texts(node.path("c"))).containsExactly("x", "y");
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(Json.quote("a\"\n\\")).isEqualTo("\"a\\\"\\n\\\\\"");
    }
}
