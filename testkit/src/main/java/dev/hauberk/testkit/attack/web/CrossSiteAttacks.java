package dev.hauberk.testkit.attack.web;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Address;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import dev.hauberk.testkit.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Makes a browser that is signed in send what its user did not want. */
final class CrossSiteAttacks {
    private static final String BREAKS = "origins";

    @Attack(value = "HTTP-6", tries = "unsafe requests that another site makes", breaks = BREAKS)
    Stream<Trial> anotherSite(Attacker attacker) {
        requireCookies(attacker);
        return forgeries(attacker.target().address()).entrySet().stream()
                .map(each -> new Trial("refuses " + each.getKey(), () -> {
                    Session victim = attacker.signIn();
                    Session other = attacker.signIn(victim.user());
                    Request plain = victim.credentials()
                            .on(Request.of("DELETE", attacker.wire().auth("/sessions")));
                    Exchange exchange = attacker.stranger().send(each.getValue().apply(plain, victim));
                    attacker.mustAnswer(403, exchange);
                    attacker.must(other.isAlive(), "nothing was done: the other session goes on", exchange);
                }));
    }

    @Attack(value = "HTTP-6", tries = "unsafe requests of the site itself: they pass", breaks = BREAKS)
    void theSiteItself(Attacker attacker) {
        requireCookies(attacker);
        Session session = attacker.signIn();
        Request plain =
                session.credentials().on(Request.of("DELETE", attacker.wire().auth("/sessions")));
        attacker.mustAnswer(204, attacker.stranger().send(plain.with(Wire.CSRF_HEADER, session.csrf())));
        attacker.mustAnswer(
                204,
                attacker.stranger()
                        .send(plain.with(Wire.CSRF_HEADER, session.csrf())
                                .with("Origin", attacker.target().address().origin())
                                .with("Sec-Fetch-Site", "same-origin")));
    }

    @Attack(
            value = "HTTP-6",
            tries = "guessing a token from several answers: it is masked anew in each",
            breaks = BREAKS)
    void maskedAnew(Attacker attacker) {
        requireCookies(attacker);
        Session session = attacker.signIn();
        String first = Json.text(session.me(), "csrf").orElse("");
        Exchange second = session.send(attacker.wire().me());
        attacker.must(!first.isEmpty() && !second.text().contains(first), "no two answers hold the same token", second);
    }

    @Attack(value = "HTTP-6", tries = "letting another origin read answers (CORS)", breaks = BREAKS)
    void readingAcrossOrigins(Attacker attacker) {
        Session session = attacker.signIn();
        Address address = attacker.target().address();
        for (String origin : new String[] {
            "https://evil.example",
            "null",
            "http://evil." + address.authority(),
            address.origin() + ".evil.example",
            "http://" + address.host()
        }) {
            if (attacker.policy().origins().allow().contains(origin)) {
                continue;
            }
            Request me = attacker.wire().me().with("Origin", origin);
            for (Exchange exchange : new Exchange[] {
                session.send(me),
                attacker.stranger().send(me.withMethod("OPTIONS").with("Access-Control-Request-Method", "GET"))
            }) {
                String allowed = exchange.header("Access-Control-Allow-Origin").orElse("");
                attacker.must(
                        !allowed.equals(origin) && !allowed.equals("*"),
                        "origin " + origin + " may read nothing",
                        exchange);
            }
        }
    }

    private Map<String, BiFunction<Request, Session, Request>> forgeries(Address address) {
        Map<String, BiFunction<Request, Session, Request>> all = new LinkedHashMap<>();
        all.put(
                "another Origin, with a token",
                (r, s) -> r.with("Origin", "https://evil.example").with(Wire.CSRF_HEADER, s.csrf()));
        all.put("another Origin", (r, s) -> r.with("Origin", "https://evil.example"));
        all.put("Origin null", (r, s) -> r.with("Origin", "null").with(Wire.CSRF_HEADER, s.csrf()));
        all.put("a sub-domain's Origin", (r, s) -> r.with("Origin", "http://evil." + address.authority()));
        all.put("an Origin that begins alike", (r, s) -> r.with("Origin", address.origin() + ".evil.example"));
        all.put("another port's Origin", (r, s) -> r.with("Origin", "http://" + address.host() + ":1"));
        all.put("a same-site request", (r, s) -> r.with("Sec-Fetch-Site", "same-site"));
        all.put(
                "a cross-site request",
                (r, s) -> r.with("Sec-Fetch-Site", "cross-site").with(Wire.CSRF_HEADER, s.csrf()));
        all.put("a request without an Origin or a token", (r, s) -> r);
        all.put("a Referer in place of an Origin", (r, s) -> r.with("Referer", address.origin() + "/"));
        all.put("an empty token", (r, s) -> r.with(Wire.CSRF_HEADER, ""));
        all.put("a wrong token", (r, s) -> r.with(Wire.CSRF_HEADER, "AAAA" + s.csrf()));
        all.put("a token with a letter changed", (r, s) -> r.with(Wire.CSRF_HEADER, changed(s.csrf())));
        all.put(
                "a token in the query",
                (r, s) -> r.withTarget(r.target() + "?csrf=" + s.csrf() + "&_csrf=" + s.csrf()));
        all.put(
                "a form",
                (r, s) -> r.withMethod("POST")
                        .withTarget(r.target().replace("/sessions", "/sign-out"))
                        .form("a=b"));
        all.put(
                "JSON as plain text",
                (r, s) -> r.withMethod("POST")
                        .withTarget(r.target().replace("/sessions", "/sign-out"))
                        .body("text/plain", "{}"));
        return all;
    }

    @Attack(value = "HTTP-6", tries = "the token of another session", breaks = BREAKS)
    void theTokenOfAnotherSession(Attacker attacker) {
        requireCookies(attacker);
        Session victim = attacker.signIn();
        Request plain =
                victim.credentials().on(Request.of("DELETE", attacker.wire().auth("/sessions")));
        for (Session other : new Session[] {attacker.signIn(), attacker.signIn(victim.user())}) {
            attacker.mustAnswer(403, attacker.stranger().send(plain.with(Wire.CSRF_HEADER, other.csrf())));
        }
    }

    private static String changed(String token) {
        char last = token.charAt(token.length() / 2);
        return token.substring(0, token.length() / 2)
                + (last == 'A' ? 'B' : 'A')
                + token.substring(token.length() / 2 + 1);
    }

    private static void requireCookies(Attacker attacker) {
        if (!attacker.wire().byCookie()) {
            throw Attacker.notTried("the policy says tokens.in: body, so that a browser sends nothing by itself");
        }
    }
}
