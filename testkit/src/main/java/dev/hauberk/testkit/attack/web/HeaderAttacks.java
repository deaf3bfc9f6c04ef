package dev.hauberk.testkit.attack.web;

import dev.hauberk.policy.HeaderPolicy;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Situations;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.MalformedResponseException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks for an answer that lacks a security header, or has one twice. */
final class HeaderAttacks {
    @Attack(value = "HTTP-1", tries = "every kind of answer: the headers are there exactly once", breaks = "headers")
    Stream<Trial> everyKindOfAnswer(Attacker attacker) {
        Map<String, String> asked = asked(attacker.policy().headers());
        return Situations.of(attacker).entrySet().stream()
                .map(situation -> new Trial("headers on " + situation.getKey(), () -> {
                    Exchange exchange = ask(situation.getValue());
                    asked.forEach((name, value) -> {
                        List<String> values = exchange.response().headers(name);
                        attacker.must(
                                values.equals(List.of(value)),
                                name + " is there once and says " + value + ", not " + values,
                                exchange);
                    });
                    int policies = exchange.response()
                                    .headers("Content-Security-Policy")
                                    .size()
                            + exchange.response()
                                    .headers("Content-Security-Policy-Report-Only")
                                    .size();
                    attacker.must(
                            policies == 1,
                            "Content-Security-Policy is there once, not " + policies + " times",
                            exchange);
                }));
    }

    /** An answer; where a container hangs up without one there is none to look at. */
    private static Exchange ask(Supplier<Exchange> situation) {
        try {
            return situation.get();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof MalformedResponseException none
                    && String.valueOf(none.getMessage()).startsWith("closed")) {
                throw Attacker.notTried("the server hangs up without an answer");
            }
            throw e;
        }
    }

    private static Map<String, String> asked(HeaderPolicy policy) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("Strict-Transport-Security", policy.strictTransportSecurity());
        asked.put("X-Content-Type-Options", policy.contentTypeOptions());
        asked.put("X-Frame-Options", policy.frameOptions());
        asked.put("Referrer-Policy", policy.referrerPolicy());
        asked.put("Permissions-Policy", policy.permissionsPolicy());
        asked.put("X-XSS-Protection", policy.xssProtection());
        asked.put("Cross-Origin-Resource-Policy", policy.crossOriginResourcePolicy());
        return asked;
    }
}
