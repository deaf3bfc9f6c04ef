package dev.hauberk.testkit.attack.input;

import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.Shape;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Sends bodies that are not what a route takes. */
final class BodyAttacks {
    private static final String BREAKS = "input";
    private static final int TOLD = 5;

    @Attack(value = "INPUT-1", tries = "bodies that are not what a route takes")
    Stream<Trial> bodiesThatARouteDoesNotTake(Attacker attacker) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .flatMap(route -> shape(attacker, route)
                        .flatMap(shape -> attacker.roleFor(route.method(), route.with("x"))
                                .map(role -> new Trial("bad bodies to " + route, () -> {
                                    Session session = attacker.signIn(role);
                                    session.csrf();
                                    Request good = samples.of(route, attacker.home());
                                    ObjectNode body = object(good.body().text());
                                    List<String> found = new ArrayList<>();
                                    for (BadBody bad : BadBodies.of(body, shape)) {
                                        note(attacker, found, session.send(good.body(bad.type(), bad.bytes())), bad);
                                    }
                                    if (!found.isEmpty()) {
                                        throw attacker.breaches(found, TOLD);
                                    }
                                })))
                        .stream());
    }

    @Attack(value = "INPUT-1", tries = "bodies that a sign-in does not take", breaks = BREAKS)
    void bodiesThatASignInDoesNotTake(Attacker attacker) {
        Request good = attacker.wire().signIn(Attacker.canary() + "@nobody.example", "Wrong-Horse-7-Battery");
        Map<String, Shape> shape =
                Map.of("email", Shape.parse("text 1..254"), "password", Shape.parse("secret 1..1024"));
        List<String> found = new ArrayList<>();
        for (BadBody bad : BadBodies.of(object(good.body().text()), shape)) {
            if (!bad.outOfRange()) {
                note(attacker, found, attacker.stranger().send(good.body(bad.type(), bad.bytes())), bad);
            }
        }
        if (!found.isEmpty()) {
            throw attacker.breaches(found, TOLD);
        }
    }

    @Attack(
            value = "INPUT-1",
            tries = "a body that is larger than may be, with its length and in chunks",
            breaks = "input.max-body")
    void aBodyThatIsLarger(Attacker attacker) {
        Request signIn = Request.post(attacker.wire().auth("/sign-in"));
        int most = (int) Math.min(attacker.policy().input().maxBody().bytes(), 5_000_000);
        for (int size : List.of(most + 1, 10_000_000)) {
            Request large = signIn.json("{\"email\":\"" + "x".repeat(size) + "\",\"password\":\"x\"}");
            attacker.mustAnswer(413, attacker.stranger().send(large));
            attacker.mustAnswer(413, attacker.stranger().send(large.chunked()));
        }
    }

    private static void note(Attacker attacker, List<String> found, Exchange exchange, BadBody bad) {
        try {
            boolean byType = exchange.status() == 415 || exchange.status() == 403;
            attacker.must(
                    exchange.status() == 400 || exchange.status() == 413 || byType && bad.mayBeUnsupported(),
                    "400 or 413 for " + bad.name(),
                    exchange);
            ProblemBody.mustBe(attacker, exchange, List.of());
        } catch (AssertionError e) {
            found.add(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Map<String, Shape>> shape(Attacker attacker, Route route) {
        return route.body().isEmpty()
                ? Optional.empty()
                : attacker.oracle()
                        .rule(route.method(), route.with("x"))
                        .flatMap(RoutePolicy::body)
                        .map(name -> attacker.policy().input().bodies().get(name));
    }

    private static ObjectNode object(String text) {
        if (Json.parse(text).orElse(null) instanceof ObjectNode object) {
            return object;
        }
        throw Attacker.notTried("the route's sample body is no JSON object");
    }
}
