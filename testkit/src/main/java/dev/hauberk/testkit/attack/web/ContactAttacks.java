package dev.hauberk.testkit.attack.web;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Looks for whom to tell of a weakness (RFC 9116). */
final class ContactAttacks {
    @Attack(
            value = "INC-4",
            tries = "reading security.txt, signed in, with a bad token, from elsewhere, and not at all",
            breaks = "contacts")
    void readingSecurityTxt(Attacker attacker) {
        if (attacker.policy().contacts().security().isEmpty()) {
            throw Attacker.notTried("the policy names no contact");
        }
        Request get = Request.get(attacker.wire().path("/.well-known/security.txt"));
        for (Exchange exchange : List.of(
                attacker.stranger().send(get),
                attacker.signIn().send(get),
                attacker.stranger().send(get.with("Authorization", "Bearer x.y.z")),
                attacker.stranger().send(get.with("Cookie", accessCookie(attacker) + "=x.y.z")),
                attacker.stranger().send(get.with("Origin", "https://elsewhere.example")))) {
            mustBeRight(attacker, exchange);
        }
        Exchange head = attacker.stranger().send(get.withMethod("HEAD"));
        attacker.must(head.status() == 200 && head.text().isEmpty(), "HEAD answers 200", head);
    }

    private static String accessCookie(Attacker attacker) {
        return attacker.signIn().credentials().accessCookie().orElse("none");
    }

    private static void mustBeRight(Attacker attacker, Exchange exchange) {
        attacker.mustAnswer(200, exchange);
        String type =
                exchange.header("Content-Type").orElse("").replace(" ", "").toLowerCase(Locale.ROOT);
        attacker.must(type.equals("text/plain;charset=utf-8"), "text/plain; charset=utf-8", exchange);
        attacker.must(exchange.response().headers("Set-Cookie").isEmpty(), "no session is made", exchange);
        List<String> lines = exchange.text().lines().toList();
        for (String contact : attacker.policy().contacts().security()) {
            attacker.must(lines.contains("Contact: " + contact), "it holds Contact: " + contact, exchange);
        }
        List<String> ends =
                lines.stream().filter(line -> line.startsWith("Expires: ")).toList();
        attacker.must(ends.size() == 1, "it says once when it expires", exchange);
        try {
            Instant end = OffsetDateTime.parse(ends.get(0).substring("Expires: ".length()))
                    .toInstant();
            Duration left = Duration.between(Instant.now(), end);
            attacker.must(!left.isNegative() && left.toDays() <= 366, "it expires within a year", exchange);
        } catch (DateTimeParseException e) {
            throw attacker.breach("Expires is a date of RFC 3339", exchange);
        }
    }
}
