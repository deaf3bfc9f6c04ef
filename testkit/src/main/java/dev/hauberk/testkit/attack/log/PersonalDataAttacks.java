package dev.hauberk.testkit.attack.log;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts personal data and line breaks wherever a request has room for text, and reads the log. */
final class PersonalDataAttacks {
    private static final String BREAKS = "logs.redact";
    private static final long PATIENCE_MS = 5_000;

    @Attack(value = "PII-1", tries = "an e-mail address wherever a request has room for one", breaks = BREAKS)
    Stream<Trial> anAddressAnywhere(Attacker attacker) {
        Supplier<List<String>> log = log(attacker);
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
        Supplier<List<String>> log = log(attacker);
        User user = attacker.newUser();
        Session session = attacker.signIn(user);
        session.send(attacker.wire().me());
        session.send(attacker.wire().password("Wrong-Horse-7-Battery", "Aa1!" + Attacker.canary()));
        session.signOut();
        mustNotHold(attacker, log, user.email());
    }

    @Attack(value = "PII-1", tries = "tokens and cookies of a session", breaks = BREAKS)
    void tokensOfASession(Attacker attacker) {
        Supplier<List<String>> log = log(attacker);
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
        Supplier<List<String>> log = log(attacker);
        String word = Attacker.canary();
        String forged = "{\"forged\":\"" + word + "\"}";
        Request get = attacker.wire().me();
        attacker.stranger().send(get.withTarget(get.target() + "?x=%0d%0a" + word + "%22%7d"));
        attacker.stranger().send(get.with("User-Agent", word + "\"}\u001b[2J\u2028 " + forged));
        attacker.stranger().send(get.with("Referer", word + "\",\"forged\":\"1"));
        attacker.stranger().send(get.with("X-Request-Id", word + "\"}\t{"));
        settle(attacker, log);
        List<String> lines = log.get();
        for (String line : lines.subList(Math.max(0, lines.size() - 200), lines.size())) {
            boolean ours = line.startsWith("{");
            attacker.must(
                    !ours || Json.parse(line).isPresent(), "each line is one JSON object", "a line is not: " + line);
            attacker.must(
                    !line.startsWith("{\"forged\"") && !line.contains("\u001b") && !line.contains("\u2028"),
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

    private static Supplier<List<String>> log(Attacker attacker) {
        return attacker.target().logLines().orElseThrow(() -> Attacker.notTried("the target shows no log"));
    }

    private static void mustNotHold(Attacker attacker, Supplier<List<String>> log, String... texts) {
        settle(attacker, log);
        for (String line : log.get()) {
            for (String text : texts) {
                attacker.must(
                        !line.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)),
                        "no line holds it",
                        line);
            }
        }
    }

    /** Waits until a request that was sent last is in the log, and so all that were sent before. */
    private static void settle(Attacker attacker, Supplier<List<String>> log) {
        String mark = Attacker.canary();
        attacker.stranger().send(Request.get(attacker.wire().auth("/" + mark)));
        long end = System.nanoTime() + PATIENCE_MS * 1_000_000;
        while (log.get().stream().noneMatch(line -> line.contains(mark))) {
            if (System.nanoTime() > end) {
                attacker.must(
                        false,
                        "every request is logged with its path",
                        "the log holds nothing of " + attacker.wire().auth("/" + mark));
            }
            LockSupport.parkNanos(1_000_000);
        }
    }
}
