package dev.hauberk.key.aws;

import dev.hauberk.policy.PolicyException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;

/** Reads a JSON object of texts by the SDK's own parser. No problem prints any of it. */
final class JsonTexts {
    private JsonTexts() {}

    /**
     * The members of an object.
     *
     * @param json null where the secret has no text
     * @throws PolicyException where it is anything else
     */
    static Map<String, String> read(@Nullable String json, Service service, String secretId) {
        Map<String, String> texts = new HashMap<>();
        if (json == null || !collect(json, texts)) {
            throw service.refusal(
                    secretId,
                    "a JSON object of texts",
                    "something else, which is not shown",
                    "Write {\"HAUBERK_KEYS\": \"k1=...\"}.");
        }
        return texts;
    }

    private static boolean collect(String json, Map<String, String> texts) {
        try {
            JsonNode node = JsonNode.parser().parse(json);
            if (!node.isObject()) {
                return false;
            }
            node.asObject().forEach((name, value) -> texts.put(name, value.isString() ? value.asString() : ""));
            return node.asObject().values().stream().allMatch(JsonNode::isString);
        } catch (RuntimeException e) {
            // The message would quote the secret.
            return false;
        }
    }
}
