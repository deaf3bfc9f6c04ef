package dev.hauberk.testkit.wire;

import dev.hauberk.testkit.http.Response;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Strict JSON: one value, nothing after it, no member twice. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The value of a text, or empty where it is no JSON. */
    public static Optional<JsonNode> parse(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The value of an answer's body; missing where it is no JSON. */
    public static JsonNode of(Response response) {
        return parse(response.text()).orElse(MissingNode.getInstance());
    }

    /** The text of a member; empty where it is not there or no text. */
    public static Optional<String> text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    }

    /** The texts of a list. */
    public static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(node -> texts.add(node.asString()));
        return texts;
    }

    /** A JSON string, quoted and escaped. */
    public static String quote(String text) {
        return MAPPER.writeValueAsString(text);
    }
}
