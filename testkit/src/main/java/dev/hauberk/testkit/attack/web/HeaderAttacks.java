package dev.hauberk.testkit.attack.web;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.HeaderPolicy;
import dev.hauberk.policy.PathHeaders;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Situations;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.MalformedResponseException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
                    mustHoldContent(attacker, exchange);
                }));
    }

    /** The policy's own words, once: of the page, or of everything; a container's errors know no page. */
    private static void mustHoldContent(Attacker attacker, Exchange exchange) {
        if (attacker.policy().mode(Control.HTTP_2) == Mode.DISABLED) {
            return;
        }
        boolean shadow = attacker.policy().mode(Control.HTTP_2) == Mode.SHADOW;
        List<String> enforced = exchange.response().headers("Content-Security-Policy");
        List<String> reported = exchange.response().headers("Content-Security-Policy-Report-Only");
        List<String> asked = shadow ? reported : enforced;
        attacker.must(
                asked.size() == 1 && (shadow ? enforced : reported).isEmpty(),
                "Content-Security-Policy is there once" + (shadow ? ", as Report-Only" : ", and enforced"),
                exchange);
        Set<String> allowed = content(attacker, exchange);
        attacker.must(allowed.containsAll(asked), "Content-Security-Policy says " + allowed, exchange);
    }

    private static Set<String> content(Attacker attacker, Exchange exchange) {
        HeaderPolicy policy = attacker.policy().headers();
        String target = exchange.request().target().replaceFirst("\\?.*", "");
        String context = attacker.target().address().context();
        String path = target.startsWith(context) ? target.substring(context.length()) : target;
        Optional<String> page = policy.pages().stream()
                .filter(each -> Oracle.covers(each.path(), path))
                .findFirst()
                .map(PathHeaders::contentSecurityPolicy);
        Set<String> allowed = new TreeSet<>();
        page.ifPresent(allowed::add);
        if (page.isEmpty() || exchange.status() >= 400) {
            allowed.add(policy.contentSecurityPolicy());
        }
        return allowed;
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
