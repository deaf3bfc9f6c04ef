package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Has others' parsers read what answers say of a limit. */
@Tag("RATE-3")
class LimitReadersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LIMIT = 30;

    @Test
    void isReadAsStructuredFields() throws Exception {
        JsonNode read = read(answers(Policies.own()));
        for (int i = 0; i <= LIMIT; i++) {
            JsonNode policy = only(read.get(i).get("policy"));
            assertThat(policy.get("name").asString()).isEqualTo("public");
            assertThat(policy.get("q").asInt()).isEqualTo(LIMIT);
            assertThat(policy.get("w").asInt()).isEqualTo(60);
            JsonNode limit = only(read.get(i).get("limit"));
            assertThat(limit.get("name").asString()).isEqualTo("public");
            assertThat(limit.get("r").asInt()).isEqualTo(Math.max(0, LIMIT - 1 - i));
            assertThat(limit.get("t").asInt()).isPositive();
        }
    }

    @Test
    void isReadByAParserOfTheOlderHeadersWhereThePolicyAsksForThem() throws Exception {
        String older = Policies.text().replace("  headers:\n", "  headers:\n    rate-limit: legacy\n");
        List<Map<String, String>> answers = answers(SecurityPolicy.parse(older, "hauberk.yml"));
        JsonNode read = read(answers);
        for (int i = 0; i <= LIMIT; i++) {
            assertThat(read.get(i).get("limit").isNull()).isTrue();
            JsonNode legacy = read.get(i).get("legacy");
            assertThat(legacy.get("limit").asInt()).isEqualTo(LIMIT);
            assertThat(legacy.get("remaining").asInt()).isEqualTo(Math.max(0, LIMIT - 1 - i));
            assertThat(Instant.parse(legacy.get("reset").asString()))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(120));
        }
        assertThat(answers.get(LIMIT).get("retry-after"))
                .isEqualTo(answers.get(LIMIT).get("x-ratelimit-reset"));
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static JsonNode read(List<Map<String, String>> answers) throws Exception {
        return JSON.readTree(Tool.node("limits.mjs", JSON.writeValueAsString(answers)));
    }

    /** The headers of as many answers as the limit has, and of one more, while no time passes. */
    private static List<Map<String, String>> answers(SecurityPolicy policy) throws Exception {
        Tool.find("node");
        List<Map<String, String>> answers = new ArrayList<>();
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
        try (RunningWorkbench workbench = new RunningWorkbench(policy)) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + workbench.port() + "/api/stats"))
                    .build();
            for (int i = 0; i <= LIMIT; i++) {
                HttpResponse<Void> response = client.send(request, HttpResponse.BodyHandlers.discarding());
                assertThat(response.statusCode()).isEqualTo(i < LIMIT ? 200 : 429);
                Map<String, String> headers = new HashMap<>();
                response.headers()
                        .map()
                        .forEach((name, values) ->
                                headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values)));
                answers.add(headers);
            }
        }
        return answers;
    }
}
