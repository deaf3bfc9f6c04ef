package dev.hauberk.testkit.attack.web;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for an answer about one person that a cache would give to the next. */
final class CachingAttacks {
    @Attack(value = "HTTP-3", tries = "every protected answer: no cache keeps it", breaks = "headers.cacheable")
    Stream<Trial> everyProtectedAnswer(Attacker attacker) {
        Samples samples = new Samples(attacker);
        Stream<Trial> own = Stream.of(new Trial(
                "the caller's own data is not cached",
                () -> mustNotBeKept(
                        attacker, attacker.signIn().send(attacker.wire().me()))));
        Stream<Trial> routes = attacker.target().routes().stream()
                .filter(route -> attacker.oracle().decide(Optional.empty(), route.method(), route.with("x"))
                        != Oracle.Answer.GRANTED)
                .filter(route -> attacker.policy().headers().cacheable().stream()
                        .noneMatch(path -> Oracle.covers(path, route.path())))
                .map(route -> new Trial(route + " is not cached", () -> everyWay(attacker, samples, route)));
        return Stream.concat(own, routes);
    }

    private static void everyWay(Attacker attacker, Samples samples, Route route) {
        Request request = samples.of(route, attacker.home());
        mustNotBeKept(attacker, attacker.stranger().send(request));
        attacker.roleFor(route.method(), route.with("x")).ifPresent(role -> {
            Exchange first = attacker.signIn(role).send(request);
            mustNotBeKept(attacker, first);
            first.header("ETag")
                    .ifPresent(tag ->
                            mustNotBeKept(attacker, attacker.signIn(role).send(request.with("If-None-Match", tag))));
        });
    }

    private static void mustNotBeKept(Attacker attacker, Exchange exchange) {
        String value =
                String.join(", ", exchange.response().headers("Cache-Control")).toLowerCase(Locale.ROOT);
        attacker.must(value.contains("no-store"), "Cache-Control is no-store, not '" + value + "'", exchange);
        attacker.must(
                !value.contains("public") && !value.contains("s-maxage"), "no cache is told to keep it", exchange);
    }
}
