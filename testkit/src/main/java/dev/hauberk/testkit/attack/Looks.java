package dev.hauberk.testkit.attack;

import dev.hauberk.testkit.http.Response;
import dev.hauberk.testkit.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an attacker can tell two answers apart by: everything but the request's id, the time, and what is left of a limit. */
public final class Looks {
    private static final Set<String> VOLATILE = Set.of(
            "date",
            "x-request-id",
            "request-id",
            "ratelimit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "retry-after",
            "content-length",
            "connection",
            "keep-alive");

    private Looks() {}

    /** Status and body. */
    public static String of(Response response) {
        return response.status() + " " + response.type() + " " + body(response);
    }

    /** Status, body, and headers. */
    public static String withHeaders(Response response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .filter(name -> !VOLATILE.contains(name))
                .forEach(name -> headers.put(name, response.headers(name)));
        return of(response) + " " + headers;
    }

    private static String body(Response response) {
        JsonNode json = Json.of(response);
        if (json instanceof ObjectNode object) {
            object.remove("requestId");
            object.remove("retryAfter");
            return object.toString();
        }
        return response.text();
    }
}
