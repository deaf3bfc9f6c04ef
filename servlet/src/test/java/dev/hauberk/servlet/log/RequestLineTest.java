package dev.hauberk.servlet.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Reason;
import dev.hauberk.redact.Redactor;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.harness.AskedRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("AUDIT-2")
class RequestLineTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final RequestLine line = new RequestLine(Redactor.standard());

    private String of(Exchange exchange, String method, String agent) {
        return line.of(
                exchange,
                Instant.parse("2026-11-24T13:00:00.123456Z"),
                Duration.ofMillis(12),
                method,
                200,
                false,
                agent);
    }

    @Test
    void writesWhatItKnows() {
        Exchange exchange =
                Exchange.of(AskedRequest.get("/api/stats").from("203.0.113.77").asked());
        assertThat(of(exchange, "GET", "curl/8"))
                .isEqualTo("{\"time\":\"2026-11-24T13:00:00.123Z\",\"level\":\"info\",\"event\":\"request\",\"id\":\""
                        + exchange.requestId()
                        + "\",\"method\":\"GET\",\"path\":\"/api/stats\",\"status\":200,\"ms\":12,"
                        + "\"network\":\"203.0.113.0/24\",\"agent\":\"curl/8\"}");
    }

    @Test
    void saysWhyItWasRefused() {
        Exchange exchange = Exchange.of(AskedRequest.get("/api").asked());
        exchange.refuse(new Decision.Denied(Control.RBAC_4, "hauberk.yml:4", Reason.NO_RULE, "add a rule"));
        exchange.shadow(new Decision.Denied(Control.AUTHN_5, "default", Reason.FACTOR, "show one"));
        assertThat(of(exchange, "GET", "x"))
                .contains(
                        "\"level\":\"warn\"",
                        "\"refused\":\"RBAC-4\",\"reason\":\"no-rule\",\"shadowed\":[\"AUTHN-5\"]")
                .doesNotContain("add a rule");
    }

    @Test
    @Tag("PII-1")
    void masksAddressesInPathAndAgentAndCutsOnlyThen() {
        String path = "/" + "x".repeat(695) + "/ada@acme.example";
        Exchange exchange = Exchange.of(AskedRequest.get(path).asked());
        assertThat(of(exchange, "GET", "bot (ada@acme.example)"))
                .doesNotContain("ada")
                .doesNotContain("acme");
    }

    @Property(tries = 300)
    void isOneStrictLineOfAtMostEightKilobytesWhateverIsAsked(
            @ForAll String path, @ForAll String agent, @ForAll String method) {
        Exchange exchange = Exchange.of(AskedRequest.get("/" + path.repeat(50) + "\u001b\r\n\u2028\ud800".repeat(300))
                .asked());
        String written = of(exchange, method, agent.repeat(30) + "\u2029".repeat(1000));
        assertThat(written.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(8192);
        assertThat(written).doesNotContainPattern("\\p{Cntrl}").doesNotContain("\u2028", "\u2029");
        JsonNode read = STRICT.readTree(written);
        assertThat(read.get("event").asString()).isEqualTo("request");
    }
}
