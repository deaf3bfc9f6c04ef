package dev.hauberk.servlet.input;

import dev.hauberk.policy.Shape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Single values of a body. Their types are strict: {@code "1"} is no number, {@code 1.0} no whole one, null nothing at all. */
final class Values {
    private Values() {}

    /** Reads a value of a shape. */
    static Object read(JsonParser parser, @Nullable JsonToken token, Shape shape, int maxMembers) throws NotThis {
        return switch (shape.type()) {
            case TEXT -> {
                String text = plain(parser, token);
                yield within(text, text.codePointCount(0, text.length()), shape);
            }
            case SECRET -> {
                String secret = text(parser, token);
                yield within(secret, secret.codePointCount(0, secret.length()), shape);
            }
            case INTEGER -> {
                long value = integer(parser, token);
                yield within(value, value, shape);
            }
            case NUMBER -> {
                if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
                    throw new NotThis("no number");
                }
                check(parser, token);
                yield parser.getString();
            }
            case LINE -> {
                String line = text(parser, token);
                if (!Text.isLine(line)) {
                    throw new NotThis("no text on one line");
                }
                yield within(line, line.codePointCount(0, line.length()), shape);
            }
            case BOOLEAN -> {
                if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
                    throw new NotThis("neither true nor false");
                }
                yield token == JsonToken.VALUE_TRUE;
            }
            case TEXTS -> {
                List<String> texts = texts(parser, token, Math.min(shape.max(), maxMembers));
                yield within(texts, texts.size(), shape);
            }
        };
    }

    /** Checks a scalar or a name of any type: texts are whole, numbers are finite. */
    static void check(JsonParser parser, JsonToken token) throws NotThis {
        boolean sound = switch (token) {
            case VALUE_STRING, PROPERTY_NAME -> Text.isWhole(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Double.isFinite(Double.parseDouble(parser.getString()));
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> true;
            default -> false;
        };
        if (!sound) {
            throw new NotThis("a text that is not whole, or a number that is not finite");
        }
    }

    private static String text(JsonParser parser, @Nullable JsonToken token) throws NotThis {
        if (token != JsonToken.VALUE_STRING) {
            throw new NotThis("no text");
        }
        check(parser, token);
        return parser.getString();
    }

    private static String plain(JsonParser parser, @Nullable JsonToken token) throws NotThis {
        String text = text(parser, token);
        if (!Text.isPlain(text)) {
            throw new NotThis("a text with controls");
        }
        return text;
    }

    private static long integer(JsonParser parser, @Nullable JsonToken token) throws NotThis {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw new NotThis("no whole number");
        }
        try {
            return Long.parseLong(parser.getString());
        } catch (NumberFormatException e) {
            throw new NotThis("a whole number out of range");
        }
    }

    private static List<String> texts(JsonParser parser, @Nullable JsonToken token, long most) throws NotThis {
        if (token != JsonToken.START_ARRAY) {
            throw new NotThis("no list");
        }
        List<String> texts = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            if (texts.size() >= most) {
                throw new NotThis("too many elements");
            }
            texts.add(plain(parser, next));
        }
        return texts;
    }

    private static Object within(Object value, long measure, Shape shape) throws NotThis {
        if (measure < shape.min() || measure > shape.max()) {
            throw new NotThis("out of its range");
        }
        return value;
    }
}
