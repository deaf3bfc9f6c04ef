package dev.hauberk.testkit.fake;

import dev.hauberk.policy.Shape;
import dev.hauberk.testkit.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks bodies, strictly. */
final class FakeInput {
    private final FakeApplication application;

    FakeInput(FakeApplication application) {
        this.application = application;
    }

    /** A body that is as a shape says; empty where it is not. */
    Optional<ObjectNode> read(FakeRequest request, Map<String, Shape> shape) {
        String type = request.header("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        if (application.has(Flaw.SIGN_IN_BY_FORM) && !type.startsWith("application/json")) {
            return Json.parse(request.body().text())
                    .filter(ObjectNode.class::isInstance)
                    .map(ObjectNode.class::cast);
        }
        if (!type.equals("application/json") && !type.equals("application/json;charset=utf-8")) {
            return Optional.empty();
        }
        Optional<String> text = text(request.body().toArray());
        return text.flatMap(Json::parse)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(body -> application.has(Flaw.LENIENT_JSON) || fits(body, shape));
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean fits(ObjectNode body, Map<String, Shape> shape) {
        Set<String> left = new TreeSet<>(body.propertyNames());
        for (Map.Entry<String, Shape> each : shape.entrySet()) {
            String name = each.getKey().replace("?", "");
            JsonNode value = body.get(name);
            if (value == null ? !each.getKey().endsWith("?") : !fits(value, each.getValue())) {
                return false;
            }
            left.remove(name);
        }
        return left.isEmpty();
    }

    private static boolean fits(JsonNode value, Shape shape) {
        if (shape.type() == Shape.Type.INTEGER) {
            return value.isIntegralNumber()
                    && value.canConvertToLong()
                    && value.asLong() >= shape.min()
                    && value.asLong() <= shape.max();
        }
        if (!value.isString()) {
            return false;
        }
        String text = value.stringValue();
        long length = text.codePoints().count();
        return length >= shape.min()
                && length <= shape.max()
                && text.codePoints().noneMatch(c -> c >= 0xd800 && c <= 0xdfff)
                && (shape.type() == Shape.Type.SECRET || text.codePoints().noneMatch(FakeInput::isControl));
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint) && "\t\r\n".indexOf(codePoint) < 0;
    }
}
