package dev.hauberk.servlet.input;

import dev.hauberk.policy.InputPolicy;
import dev.hauberk.policy.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON (RFC 8259) strictly: one value, no deeper and no larger than the policy says, no member twice, nothing converted.
 * Thread-safe.
 */
public final class JsonReading {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;

    private final JsonFactory json;
    private final int maxMembers;

    private JsonReading(InputPolicy policy) {
        this.maxMembers = policy.maxMembers();
        this.json = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(policy.maxDepth())
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_NAME)
                        .maxStringLength((int)
                                Math.min(Integer.MAX_VALUE, policy.maxBody().bytes()))
                        .build())
                .build();
    }

    /** Reading within the policy's bounds. */
    public static JsonReading of(InputPolicy policy) {
        return new JsonReading(policy);
    }

    /** Checks that it is JSON, whatever it says. */
    public Checked anything(byte[] body) {
        return read(body, this::rest);
    }

    /**
     * Checks that it is an object of a shape, and reads it.
     *
     * @param shape the members; one whose name ends in {@code ?} may be left out
     */
    public Checked object(byte[] body, Map<String, Shape> shape) {
        return read(body, parser -> members(parser, shape));
    }

    @FunctionalInterface
    private interface Reader {
        Map<String, Object> read(JsonParser parser) throws NotThis;
    }

    private Checked read(byte[] body, Reader reader) {
        Optional<String> text = Text.utf8(body);
        if (text.isEmpty()) {
            return new Checked.Unsound("no UTF-8, or a byte order mark");
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text.get())) {
            Map<String, Object> members = reader.read(parser);
            return parser.nextToken() == null ? new Checked.Sound(members) : new Checked.Unsound("more than one value");
        } catch (JacksonException e) {
            // Its message quotes what was sent.
            return new Checked.Unsound("no JSON within the bounds");
        } catch (NotThis e) {
            return new Checked.Unsound(e.why());
        }
    }

    /** Reads one value and keeps nothing. */
    private Map<String, Object> rest(JsonParser parser) throws NotThis {
        int depth = 0;
        int count = 0;
        do {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new NotThis("no value");
            }
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else {
                Values.check(parser, token);
            }
            if (token != JsonToken.PROPERTY_NAME && ++count > maxMembers) {
                throw new NotThis("too many members");
            }
        } while (depth > 0);
        return Map.of();
    }

    private Map<String, Object> members(JsonParser parser, Map<String, Shape> shape) throws NotThis {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new NotThis("no object");
        }
        Map<String, Object> members = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            Shape expected = shape.containsKey(name) ? shape.get(name) : shape.get(name + "?");
            if (expected == null || name.endsWith("?")) {
                throw new NotThis("an unknown member");
            }
            JsonToken token = parser.nextToken();
            members.put(name, Values.read(parser, token, expected, maxMembers));
        }
        if (!shape.keySet().stream().allMatch(name -> name.endsWith("?") || members.containsKey(name))) {
            throw new NotThis("a member is missing");
        }
        return members;
    }
}
