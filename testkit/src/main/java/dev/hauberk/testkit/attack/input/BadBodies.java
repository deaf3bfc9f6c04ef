package dev.hauberk.testkit.attack.input;

import dev.hauberk.policy.Shape;
import dev.hauberk.testkit.http.Bytes;
import dev.hauberk.testkit.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Makes bad bodies of a good one. */
final class BadBodies {
    private static final String JSON = "application/json";
    private static final List<String> NOT_TEXT = List.of("1", "1.0", "true", "null", "[]", "{}", "[\"x\"]");
    private static final List<String> NOT_WHOLE = List.of(
            "\"1\"", "1.0", "1e400", "1e0", "true", "null", "[]", "{}", "NaN", "Infinity", "99999999999999999999");
    private static final List<String> NOT_NUMBER = List.of("\"1\"", "true", "null", "[]", "{}", "NaN", "1e400");
    private static final List<String> NOT_BOOLEAN = List.of("\"true\"", "1", "0", "null", "[]", "{}");
    private static final List<String> NOT_TEXTS = List.of("\"x\"", "[1]", "[null]", "{}", "null", "1");

    private final ObjectNode good;
    private final List<BadBody> bad = new ArrayList<>();

    private BadBodies(ObjectNode good) {
        this.good = good;
    }

    static List<BadBody> of(ObjectNode good, Map<String, Shape> shape) {
        BadBodies bodies = new BadBodies(good);
        bodies.noJson();
        bodies.encodings();
        bodies.sizes();
        bodies.members(shape);
        bodies.types();
        return bodies.bad;
    }

    private void add(String name, String text) {
        bad.add(new BadBody(name, JSON, Bytes.of(text), false));
    }

    private void noJson() {
        String text = good.toString();
        add("an empty body", "");
        for (String other : List.of("null", "1", "\"x\"", "[]", "[" + text + "]", "true", "NaN")) {
            add("another value, " + (other.length() > 9 ? "a list" : other), other);
        }
        add("a cut object", text.substring(0, text.length() - 1));
        add("text behind it", text + "x");
        add("a second object behind it", text + text);
        add("a comma behind the last member", text.substring(0, text.length() - 1) + ",}");
        add("a comment", "/* */" + text);
        add("single quotes", text.replace('"', '\''));
        add("names without quotes", "{a:1," + text.substring(1));
        add("a NUL before it", "\0" + text);
        add("a control character in a text", text.replaceFirst("\":\"", "\":\"\n"));
    }

    private void encodings() {
        String text = good.toString();
        bad.add(new BadBody("a byte order mark", JSON, Bytes.of("\ufeff" + text), false));
        bad.add(new BadBody("UTF-16", JSON, new Bytes(text.getBytes(StandardCharsets.UTF_16)), false));
        bad.add(new BadBody("UTF-16LE", JSON, new Bytes(text.getBytes(StandardCharsets.UTF_16LE)), false));
        bad.add(new BadBody(
                "UTF-32", JSON, new Bytes(text.getBytes(java.nio.charset.Charset.forName("UTF-32BE"))), false));
        bad.add(new BadBody("overlong UTF-8", JSON, raw(text, 0xc0, 0xaf), false));
        bad.add(new BadBody("a lone byte of UTF-8", JSON, raw(text, 0xff), false));
        bad.add(new BadBody("a surrogate in UTF-8", JSON, raw(text, 0xed, 0xa0, 0x80), false));
        add("a lone surrogate", text.replaceFirst("\":\"", "\":\"\\\\ud800"));
    }

    private void sizes() {
        add("JSON 1,000 deep", "[".repeat(1_000) + "]".repeat(1_000));
        add(
                "JSON 1,000 deep in a member",
                "{\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + ","
                        + good.toString().substring(1));
        add("JSON 20,000 deep and not closed", "{\"x\":".repeat(10_000));
        add(
                "a million members",
                IntStream.range(0, 1_000_000)
                        .mapToObj(i -> "\"" + i + "\":0")
                        .collect(Collectors.joining(",", "{", "}")));
        add(
                "a number of 10,000 digits",
                "{\"x\":" + "9".repeat(10_000) + "," + good.toString().substring(1));
    }

    private void members(Map<String, Shape> shape) {
        add("a member that nobody knows", "{\"isAdmin\":true," + good.toString().substring(1));
        add("__proto__", "{\"__proto__\":{}," + good.toString().substring(1));
        shape.forEach((declared, type) -> {
            boolean optional = declared.endsWith("?");
            String name = optional ? declared.substring(0, declared.length() - 1) : declared;
            String quoted = Json.quote(name);
            for (String value : wrong(type.type())) {
                add(name + " as " + value, replaced(name, value));
            }
            range(name, type);
            if (good.has(name)) {
                String value = good.path(name).toString();
                add(name + " twice", replaced(name, value + "," + quoted + ":" + value));
                add(
                        name + " twice, once escaped",
                        replaced(
                                name,
                                value + ",\"\\u" + String.format(java.util.Locale.ROOT, "%04x", (int) name.charAt(0))
                                        + name.substring(1) + "\":" + value));
                add(
                        name + " in upper case",
                        replaced(name, value).replace(quoted + ":", quoted.toUpperCase(java.util.Locale.ROOT) + ":"));
                if (!optional) {
                    ObjectNode without = good.deepCopy();
                    without.remove(name);
                    add("no " + name, without.toString());
                }
            }
        });
    }

    private void range(String name, Shape shape) {
        if (shape.type() == Shape.Type.LINE) {
            for (String unseen : List.of("a\\r\\nBcc: x", "a\\u0000b", "a\\u2028b", "a\\u200bb", " ")) {
                add(name + " that is no line, " + unseen, replaced(name, '"' + unseen + '"'));
            }
        }
        if (shape.type() == Shape.Type.TEXT) {
            for (String control : List.of("a\\u0000b", "a\\u001b[2Jb", "a\\u007fb", "a\\u009bb")) {
                add(name + " with a control, " + control, replaced(name, '"' + control + '"'));
            }
        }
        if (wrong(shape.type()).equals(NOT_TEXT)) {
            if (shape.min() > 0) {
                bad.add(new BadBody(name + " empty", JSON, Bytes.of(replaced(name, "\"\"")), true));
            }
            if (shape.max() < 30_000) {
                bad.add(new BadBody(
                        name + " too long",
                        JSON,
                        Bytes.of(replaced(name, '"' + "x".repeat((int) shape.max() + 1) + '"')),
                        true));
            }
        }
        if (shape.type() == Shape.Type.INTEGER && shape.max() < Long.MAX_VALUE) {
            bad.add(new BadBody(
                    name + " too great", JSON, Bytes.of(replaced(name, Long.toString(shape.max() + 1))), true));
        }
    }

    private void types() {
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/xml",
                "application/json;charset=utf-16",
                "multipart/form-data; boundary=x")) {
            bad.add(new BadBody("the type " + type, type, Bytes.of(good.toString()), false));
        }
    }

    private static List<String> wrong(Shape.Type type) {
        return switch (type) {
            case TEXT, LINE, SECRET -> NOT_TEXT;
            case INTEGER -> NOT_WHOLE;
            case NUMBER -> NOT_NUMBER;
            case BOOLEAN -> NOT_BOOLEAN;
            case TEXTS -> NOT_TEXTS;
        };
    }

    /** The good body with a member's value replaced by text. */
    private String replaced(String name, String value) {
        ObjectNode rest = good.deepCopy();
        rest.remove(name);
        return "{" + Json.quote(name) + ":" + value + (rest.isEmpty() ? "" : ",")
                + rest.toString().substring(1);
    }

    /** The good body with bytes put into its first text. */
    private static Bytes raw(String text, int... bytes) {
        StringBuilder latin = new StringBuilder();
        for (int each : bytes) {
            latin.append((char) each);
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        String all = new String(utf8, StandardCharsets.ISO_8859_1).replaceFirst("\":\"", "\":\"" + latin);
        return new Bytes(all.getBytes(StandardCharsets.ISO_8859_1));
    }
}
