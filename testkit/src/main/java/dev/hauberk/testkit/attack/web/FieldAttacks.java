package dev.hauberk.testkit.attack.web;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Looks for members that the policy lets out of no response. */
final class FieldAttacks {
    private static final String BREAKS = "responses.strip";

    @Attack(value = "HTTP-4", tries = "every answer: no sensitive member leaves", breaks = BREAKS)
    Stream<Trial> everyAnswer(Attacker attacker) {
        Set<String> names = attacker.policy().responses().strip().stream()
                .map(FieldAttacks::folded)
                .collect(Collectors.toSet());
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route -> attacker.policy().responses().exempt().stream()
                        .noneMatch(path -> Oracle.covers(path, route.path())))
                .map(route -> new Trial("no sensitive member leaves " + route, () -> {
                    for (Exchange exchange : answers(attacker, samples, route)) {
                        Set<String> found = new TreeSet<>();
                        collect(Json.of(exchange.response()), names, found);
                        attacker.must(found.isEmpty(), "none of the members " + found, exchange);
                        for (String text : route.leaking()) {
                            attacker.must(
                                    !exchange.text().contains(text),
                                    "the text of a sensitive member does not leave",
                                    exchange);
                        }
                    }
                }));
    }

    @Attack(
            value = "HTTP-4",
            tries = "a route whose object holds sensitive members: the rest of it still leaves",
            breaks = BREAKS)
    Stream<Trial> theRestStillLeaves(Attacker attacker) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route -> !route.leaking().isEmpty())
                .map(route -> new Trial(route + " still answers JSON", () -> {
                    for (Exchange exchange : answers(attacker, samples, route)) {
                        JsonNode body = Json.of(exchange.response());
                        attacker.must(
                                exchange.status() == 200 && body.isContainer() && !body.isEmpty(),
                                "the object without those members",
                                exchange);
                    }
                }));
    }

    private static Iterable<Exchange> answers(Attacker attacker, Samples samples, Route route) {
        Request request = samples.of(route, attacker.home());
        boolean open =
                attacker.oracle().decide(Optional.empty(), route.method(), route.with("x")) == Oracle.Answer.GRANTED;
        Optional<String> role = attacker.roleFor(route.method(), route.with("x"));
        if (open || role.isEmpty()) {
            return List.of(attacker.stranger().send(request));
        }
        return List.of(attacker.signIn(role.get()).send(request));
    }

    private static void collect(JsonNode node, Set<String> names, Set<String> found) {
        for (String name : node.propertyNames()) {
            if (names.contains(folded(name))) {
                found.add(name);
            }
        }
        node.forEach(child -> collect(child, names, found));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
