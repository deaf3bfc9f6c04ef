package dev.hauberk.testkit.attack.input;

import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.wire.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the body of an error must be, and what it must not hold. */
final class ProblemBody {
    private static final List<String> TELLTALE = List.of(
            "Exception",
            "\tat ",
            ".java:",
            "java.lang",
            "jakarta.",
            "org.apache",
            "org.eclipse",
            "org.springframework",
            "tools.jackson",
            "com.fasterxml",
            "SQLSTATE",
            "org.h2",
            "Whitelabel",
            "Apache Tomcat",
            "Powered by",
            "<html",
            "stackTrace");

    private ProblemBody() {}

    /** Fails unless an answer is a problem (RFC 9457) with a code and a request's id, and holds none of these texts. */
    static void mustBe(Attacker attacker, Exchange exchange, List<String> sent) {
        attacker.must(
                exchange.response().type().equals("application/problem+json"), "application/problem+json", exchange);
        JsonNode body = Json.of(exchange.response());
        attacker.must(
                Json.text(body, "code").filter(code -> !code.isBlank()).isPresent()
                        && Json.text(body, "requestId")
                                .filter(id -> !id.isBlank())
                                .isPresent(),
                "a problem with code and requestId",
                exchange);
        attacker.must(
                body.path("status").asInt(exchange.status()) == exchange.status(),
                "its status is the answer's",
                exchange);
        mustTellNothing(attacker, exchange, sent);
    }

    /** Fails where an answer holds what was sent, or what the server is made of. */
    static void mustTellNothing(Attacker attacker, Exchange exchange, List<String> sent) {
        for (String text : TELLTALE) {
            attacker.must(!exchange.text().contains(text), "an error does not say '" + text.strip() + "'", exchange);
        }
        for (String text : sent) {
            attacker.must(
                    !exchange.text().contains(text), "an error does not send back what was sent: " + text, exchange);
        }
    }
}
