package dev.hauberk.testkit.attack.input;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Probe;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Session;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes errors, and looks for what they say: what was sent, whom it is about, what the server is made of. */
final class ErrorAttacks {
    @Attack(
            value = "INPUT-3",
            tries = "every kind of error: a code and a request's id, and nothing of what was sent",
            breaks = "errors")
    Stream<Trial> everyKindOfError(Attacker attacker) {
        Map<String, Request> errors = new LinkedHashMap<>();
        String canary = Attacker.canary();
        String email = canary + "@canary.example";
        List<String> sent = List.of(canary, canary.toUpperCase(java.util.Locale.ROOT));
        String auth = attacker.wire().auth("");
        errors.put("an unknown path", Request.get(attacker.wire().path("/" + canary)));
        errors.put("an unknown path below the library's", Request.get(auth + "/" + canary));
        errors.put("a path with an address in it", Request.get(attacker.wire().path("/" + email)));
        errors.put("a query with an address in it", Request.get(auth + "/me?email=" + email));
        errors.put("an ambiguous path", Request.get(attacker.wire().path("/" + canary + "/..;/x")));
        errors.put(
                "a Referer with an address in it",
                Request.get(auth + "/me").with("Referer", "https://x.example/?" + email));
        errors.put("a bad token", Request.get(auth + "/me").with("Authorization", "Bearer " + canary));
        errors.put("a wrong password", attacker.wire().signIn(email, canary));
        errors.put("JSON that is cut", Request.post(auth + "/sign-in").json("{\"email\":\"" + email));
        errors.put(
                "a wrong type",
                Request.post(auth + "/sign-in")
                        .json("{\"email\":[\"" + email + "\"],\"password\":\"" + canary + "\"}"));
        errors.put(
                "an unknown member",
                Request.post(auth + "/sign-in").json("{\"" + canary + "\":1,\"email\":\"x\",\"password\":\"x\"}"));
        errors.put("an unknown method", Request.of("FOO", attacker.wire().path("/" + canary)));
        errors.put("a sign-in by GET", Request.get(auth + "/sign-in?email=" + email));
        errors.put("a media type that is none", Request.post(auth + "/sign-in").body(canary, "x"));
        return Stream.concat(
                errors.entrySet().stream()
                        .map(error -> new Trial("what " + error.getKey() + " is answered", () -> {
                            Exchange exchange = attacker.stranger().send(error.getValue());
                            attacker.must(exchange.status() >= 400, "it is an error", exchange);
                            ProblemBody.mustBe(attacker, exchange, sent);
                        })),
                Stream.concat(ofSomebody(attacker, sent, canary), failures(attacker)));
    }

    @Attack(value = "INPUT-3", tries = "what the container answers by itself", breaks = "errors")
    Stream<Trial> whatTheContainerAnswers(Attacker attacker) {
        String canary = Attacker.canary();
        Request get = Request.get(attacker.wire().path("/" + canary));
        Map<String, Request> errors = new LinkedHashMap<>();
        errors.put("an encoded NUL", get.withTarget(get.target() + "%00"));
        errors.put("an encoded slash", get.withTarget(get.target() + "%2f"));
        errors.put("a bad escape", get.withTarget(get.target() + "%zz"));
        errors.put("a control character", get.withTarget(get.target() + "\u0001"));
        errors.put("a bad header", get.with("X Y", canary));
        errors.put("TRACE", get.withMethod("TRACE").with("X-Canary", canary));
        errors.put("a target that is too long", get.withTarget(get.target() + "x".repeat(100_000)));
        return errors.entrySet().stream()
                .map(error -> new Trial(
                        "nothing of " + error.getKey() + " comes back",
                        () -> ProblemBody.mustTellNothing(
                                attacker, attacker.stranger().send(error.getValue()), List.of(canary))));
    }

    private static Stream<Trial> ofSomebody(Attacker attacker, List<String> sent, String canary) {
        return Stream.of(
                new Trial("what a weak password is answered", () -> {
                    Session session = attacker.signIn();
                    ProblemBody.mustBe(
                            attacker,
                            session.send(attacker.wire().password(session.user().password(), canary)),
                            sent);
                }),
                new Trial(
                        "what somebody's unknown path is answered",
                        () -> ProblemBody.mustBe(
                                attacker,
                                attacker.signIn(attacker.roles().get(0))
                                        .send(Request.get(attacker.wire().path("/" + canary))),
                                sent)));
    }

    private static Stream<Trial> failures(Attacker attacker) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route ->
                        route.probes().contains(Probe.FAILURE) || route.probes().contains(Probe.SEND_ERROR))
                .map(route -> new Trial("what the failing " + route + " is answered", () -> {
                    Exchange exchange = ask(attacker, samples, route);
                    attacker.must(exchange.status() >= 400, "it is an error", exchange);
                    ProblemBody.mustBe(attacker, exchange, List.of("@"));
                }));
    }

    private static Exchange ask(Attacker attacker, Samples samples, Route route) {
        Request request = samples.of(route, attacker.home());
        boolean open =
                attacker.oracle().decide(Optional.empty(), route.method(), route.with("x")) == Oracle.Answer.GRANTED;
        return open
                ? attacker.stranger().send(request)
                : attacker.signIn(attacker.roleFor(route.method(), route.with("x"))
                                .orElseThrow(() -> Attacker.notTried("no role may")))
                        .send(request);
    }
}
