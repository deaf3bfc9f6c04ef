package dev.hauberk.crypto.field;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A tree's JSON text, as {@link TextCodec} has it. Numbers come back with the digits that they had. */
final class JsonCodec implements FieldCodec<JsonNode> {
    static final FieldCodec<JsonNode> INSTANCE = new JsonCodec();

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(whateverWasWritten())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Override
    public String kind() {
        return "json";
    }

    @Override
    public byte[] encode(JsonNode value) {
        present(value);
        return TextCodec.INSTANCE.encode(mapper.writeValueAsString(value));
    }

    @Override
    public JsonNode decode(byte[] bytes) {
        return parse(TextCodec.INSTANCE.decode(bytes));
    }

    @Override
    public JsonNode parse(String text) {
        try {
            return present(mapper.readTree(text));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON");
        }
    }

    /** Jackson reads no text at all as a node that is missing, and writes that as no text. */
    private static JsonNode present(JsonNode node) {
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("a missing node is no value");
        }
        return node;
    }

    /** What is opened is what was encrypted, so that nothing is too long; what is too deep was never written. */
    private static StreamReadConstraints whateverWasWritten() {
        return StreamReadConstraints.builder()
                .maxNumberLength(Integer.MAX_VALUE)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .build();
    }
}
