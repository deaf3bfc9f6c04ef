package dev.hauberk.testkit.attack.log;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.LogView;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts personal data and line breaks wherever a request has room for text, and reads the log. */
final class PersonalDataAttacks {
    private static final String BREAKS = "logs.redact";

    @Attack(value = "PII-1", tries = "an e-mail address wherever a request has room for one", breaks = BREAKS)
    Stream<Trial> anAddressAnywhere(Attacker attacker) {
        LogView log = LogView.of(attacker);
        String word = Attacker.canary();
        String email = word + "@canary.example";
        Map<String, Request> places = new LinkedHashMap<>();
        Request get = Request.get(attacker.wire().auth("/me"));
        places.put("the path", Request.get(attacker.wire().path("/users/" + email)));
        places.put("the path, escaped", Request.get(attacker.wire().path("/users/" + email.replace("@", "%40"))));
        places.put("the query", get.withTarget(get.target() + "?email=" + email));
        places.put("the query, escaped", get.withTarget(get.target() + "?email=" + email.replace("@", "%40")));
        places.put("the query, escaped twice", get.withTarget(get.target() + "?email=" + email.replace("@", "%2540")));
        places.put("the user agent", get.with("User-Agent", "bot (" + email + ")"));
        places.put("the referer", get.with("Referer", "https://x.example/?u=" + email));
        places.put("a host", get.with("Host", email));
        places.put("a request's id", get.with("X-Request-Id", email));
        places.put("a forwarded address", get.with("X-Forwarded-For", email));
        places.put("a token", get.with("Authorization", "Bearer " + email));
        places.put("a sign-in", attacker.wire().signIn(email, "Wrong-Horse-7-Battery"));
        places.put(
                "an upper-case sign-in",
                attacker.wire().signIn(email.toUpperCase(Locale.ROOT), "Wrong-Horse-7-Battery"));
        places.put("broken JSON", Request.post(attacker.wire().auth("/sign-in")).json("{\"email\": " + email));
        places.put(
                "a media type", Request.post(attacker.wire().auth("/sign-in")).body("text/" + email, "x"));
        return places.entrySet().stream()
                .map(place -> new Trial("an address in " + place.getKey() + " is in no line", () -> {
                    attacker.stranger().send(place.getValue());
                    mustNotHold(attacker, log, word + "@", word + "%40", word + "%2540");
                }));
    }

    @Attack(value = "PII-1", tries = "the address of somebody who signs in", breaks = BREAKS)
    void theAddressOfSomebody(Attacker attacker) {
        LogView log = LogView.of(attacker);
        User user = attacker.newUser();
        Session session = attacker.signIn(user);
        session.send(attacker.wire().me());
        session.send(attacker.wire().password("Wrong-Horse-7-Battery", "Aa1!" + Attacker.canary()));
        session.signOut();
        mustNotHold(attacker, log, user.email());
    }

    @Attack(value = "PII-1", tries = "tokens and cookies of a session", breaks = BREAKS)
    void tokensOfASession(Attacker attacker) {
        LogView log = LogView.of(attacker);
        Session session = attacker.signIn();
        session.send(attacker.wire()
                .me()
                .withTarget(attacker.wire().me().target() + "?token="
                        + session.credentials().access()));
        session.send(attacker.wire()
                .me()
                .with(
                        "Referer",
                        "https://x.example/?token=" + session.credentials().access()));
        mustNotHold(
                attacker,
                log,
                session.credentials().access(),
                session.credentials().refresh());
    }

    @Attack(value = "PII-1", tries = "line breaks and quotes, to write lines of one's own", breaks = "logs.requests")
    void linesOfOnesOwn(Attacker attacker) {
        LogView log = LogView.of(attacker);
        int before = log.lines().size();
        String word = Attacker.canary();
        String forged = "{\"forged\":\"" + word + "\"}";
        Request get = attacker.wire().me();
        attacker.stranger().send(get.withTarget(get.target() + "?x=%0d%0a" + word + "%22%7d"));
        attacker.stranger().send(get.with("User-Agent", word + "\"}\u001b[2J\u2028 " + forged));
        attacker.stranger().send(get.with("Referer", word + "\",\"forged\":\"1"));
        attacker.stranger().send(get.with("X-Request-Id", word + "\"}\t{"));
        List<String> lines = log.lines();
        for (String line : lines.subList(before, lines.size())) {
            boolean ours = line.startsWith("{");
            attacker.must(
                    !ours || Json.parse(line).isPresent(), "each line is one JSON object", "a line is not: " + line);
            attacker.must(
                    !line.startsWith(word)
                            && !line.startsWith("{\"forged\"")
                            && !line.contains("\u001b")
                            && !line.contains("\u2028"),
                    "no line is the attacker's",
                    line);
            attacker.must(
                    Json.parse(line).filter(json -> json.has("forged")).isEmpty(), "no member is the attacker's", line);
        }
        attacker.must(
                lines.stream().anyMatch(line -> line.startsWith("{")),
                "requests are logged as JSON",
                "no line is JSON");
    }

    private static void mustNotHold(Attacker attacker, LogView log, String... texts) {
        for (String line : log.lines()) {
            for (String text : texts) {
                attacker.must(
                        !line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)),
                        "no line holds it",
                        line);
            }
        }
    }
}
