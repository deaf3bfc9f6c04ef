package dev.hauberk.testkit.attack.access;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Breach;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.MalformedResponseException;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries to reach a route by another spelling of its path, so that one path is judged and another is served. */
final class PathAttacks {
    private static final int SAMPLE = 150;
    private static final int TOLD = 5;

    @Attack(value = "RBAC-4", tries = "other spellings of every protected path")
    Stream<Trial> otherSpellings(Attacker attacker) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route -> attacker.oracle().decide(Optional.empty(), route.method(), route.with("x"))
                        != Oracle.Answer.GRANTED)
                .map(route -> new Trial("other spellings of " + route, () -> spell(attacker, samples, route)));
    }

    private static void spell(Attacker attacker, Samples samples, Route route) {
        Request canonical = samples.of(route, attacker.home());
        List<String> spellings = new ArrayList<>(PathTricks.on(
                canonical.target(),
                attacker.wire().path(""),
                publicPath(attacker),
                attacker.target().address()));
        if (!attacker.triesAll() && spellings.size() > SAMPLE) {
            Collections.shuffle(spellings, attacker.random());
            spellings = spellings.subList(0, SAMPLE);
        }
        Client stranger = attacker.stranger();
        List<Session> low = low(attacker, route);
        List<String> found = new ArrayList<>();
        for (String spelling : spellings) {
            for (Request request : variations(attacker, canonical.withTarget(spelling))) {
                attempt(attacker, found, () -> stranger.send(request));
                low.forEach(session -> attempt(attacker, found, () -> session.send(request)));
            }
        }
        if (!found.isEmpty()) {
            throw attacker.breaches(found, TOLD);
        }
    }

    /** Sessions of roles that the route refuses: the most powerful of them, or all. */
    private static List<Session> low(Attacker attacker, Route route) {
        return attacker.roles().stream()
                .filter(role -> attacker.oracle().decide(Optional.of(role), route.method(), route.with("x"))
                        == Oracle.Answer.FORBIDDEN)
                .limit(attacker.triesAll() ? Integer.MAX_VALUE : 1)
                .map(attacker::signIn)
                .toList();
    }

    private static List<Request> variations(Attacker attacker, Request request) {
        return attacker.triesAll() && request.method().equals("GET")
                ? List.of(request, request.withMethod("HEAD"))
                : List.of(request);
    }

    private static void attempt(Attacker attacker, List<String> found, java.util.function.Supplier<Exchange> send) {
        try {
            Exchange exchange = send.get();
            boolean crashed = exchange.status() >= 500 && exchange.status() != 501 && exchange.status() != 505;
            if (exchange.succeeded() || crashed) {
                Breach breach =
                        attacker.breach("no spelling of a protected path succeeds, nor breaks the server", exchange);
                found.add(String.valueOf(breach.getMessage()));
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof MalformedResponseException)) {
                throw e;
            }
            // hung up on without an answer, or answered as nobody's business: nothing was served
        }
    }

    /** A path that everybody may GET, from which tricks set out. */
    private static String publicPath(Attacker attacker) {
        return attacker.target().routes().stream()
                .filter(route -> route.method().equals("GET")
                        && !route.hasId()
                        && route.path().length() > 1)
                .filter(route ->
                        attacker.oracle().decide(Optional.empty(), "GET", route.path()) == Oracle.Answer.GRANTED)
                .map(Route::path)
                .findFirst()
                .orElse("/public");
    }
}
