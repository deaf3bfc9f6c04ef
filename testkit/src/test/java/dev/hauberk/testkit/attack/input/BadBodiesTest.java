package dev.hauberk.testkit.attack.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Shape;
import dev.hauberk.testkit.wire.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@Tag("INPUT-1")
class BadBodiesTest {
    private static final String GOOD = "{\"title\":\"x\",\"count\":1}";
    private static final Map<String, Shape> SHAPE =
            Map.of("title", Shape.parse("text 1..200"), "count?", Shape.parse("integer 0..10"));
    private final List<BadBody> bodies =
            BadBodies.of((ObjectNode) Json.parse(GOOD).orElseThrow(), SHAPE);

    @Test
    void makesManyAndNeverTheGoodOne() {
        assertThat(bodies).hasSizeGreaterThan(60);
        assertThat(bodies).extracting(BadBody::name).doesNotHaveDuplicates();
        assertThat(bodies)
                .noneMatch(
                        body -> !body.mayBeUnsupported() && body.bytes().text().equals(GOOD));
    }

    @Test
    void changesATypeAndNothingElse() {
        assertThat(text("title as 1")).isEqualTo("{\"title\":1,\"count\":1}");
        assertThat(text("count as \"1\"")).isEqualTo("{\"count\":\"1\",\"title\":\"x\"}");
    }

    @Test
    void leavesOutWhatMustBeThereAndNotWhatMay() {
        assertThat(text("no title")).isEqualTo("{\"count\":1}");
        assertThat(bodies).extracting(BadBody::name).doesNotContain("no count");
    }

    @Test
    void saysOneMemberTwiceInBothSpellings() {
        assertThat(text("title twice")).isEqualTo("{\"title\":\"x\",\"title\":\"x\",\"count\":1}");
        assertThat(text("title twice, once escaped")).isEqualTo("{\"title\":\"x\",\"\\u0074itle\":\"x\",\"count\":1}");
    }

    private String text(String name) {
        return bodies.stream()
                .filter(body -> body.name().equals(name))
                .map(body -> body.bytes().text())
                .findFirst()
                .orElseThrow();
    }
}
