package dev.hauberk.testkit.attack.access;

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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Tries every route as every role, and as nobody. */
final class RouteAttacks {
    @Attack(value = "RBAC-3", tries = "every route that asks for a permission, as every role")
    Stream<Trial> everyPermission(Attacker attacker) {
        return everyRoute(attacker, route -> asksPermission(attacker, route));
    }

    @Attack(value = "RBAC-4", tries = "every route as every role and as nobody")
    Stream<Trial> everyRoute(Attacker attacker) {
        return everyRoute(attacker, route -> !asksPermission(attacker, route));
    }

    @Attack(value = "RBAC-4", tries = "every protected route as nobody")
    Stream<Trial> asNobody(Attacker attacker) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route -> answer(attacker, Optional.empty(), route) == Oracle.Answer.UNKNOWN)
                .map(route -> new Trial(route + " refuses nobody's request with 401", () -> {
                    // Whether something is there is not said either: an id of nothing will do.
                    Request request = samples.with(route, Samples.unknown(""));
                    attacker.mustAnswer(401, attacker.stranger().send(request));
                }));
    }

    @Attack(value = "RBAC-4", tries = "paths that no rule covers")
    void pathsThatNoRuleCovers(Attacker attacker) {
        Session top = attacker.signIn(attacker.roles().get(0));
        for (String path : new String[] {
            "/" + Attacker.canary(), "/actuator/env", "/WEB-INF/web.xml", "/error", "/h2-console", "/.git/config"
        }) {
            if (attacker.oracle().rule("GET", path).isEmpty()) {
                Request request = Request.get(attacker.wire().path(path));
                Exchange unknown = attacker.stranger().send(request);
                // A container may say by itself that there is nothing, before any filter.
                attacker.must(
                        unknown.status() == 401 || unknown.status() == 404, "nobody's request is refused", unknown);
                Exchange known = top.send(request);
                attacker.must(known.status() == 403 || known.status() == 404, "what no rule covers is denied", known);
            }
        }
    }

    private static Stream<Trial> everyRoute(Attacker attacker, Predicate<Route> which) {
        Map<String, Session> sessions = new HashMap<>();
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(which)
                .flatMap(route -> attacker.roles().stream()
                        .map(role -> new Trial(route + " as " + role, () -> {
                            Session session = sessions.computeIfAbsent(role, attacker::signIn);
                            attempt(attacker, samples, route, session);
                        })));
    }

    private static void attempt(Attacker attacker, Samples samples, Route route, Session session) {
        String mark = Attacker.canary();
        Optional<Samples.Made> made =
                route.hasId() ? Optional.of(samples.made(route, attacker.home())) : Optional.empty();
        Exchange exchange =
                session.send(samples.with(route, made.map(Samples.Made::id).orElse(""), mark));
        Oracle.Answer answer = answer(attacker, Optional.of(session.user().role()), route);
        compare(attacker, route, exchange, answer);
        if (answer == Oracle.Answer.FORBIDDEN) {
            made.ifPresent(thing -> samples.mustBeUntouched(route, thing, exchange));
            samples.mustNotBeMade(route, mark, attacker.home(), exchange);
        }
    }

    private static void compare(Attacker attacker, Route route, Exchange exchange, Oracle.Answer answer) {
        if (answer == Oracle.Answer.FORBIDDEN) {
            attacker.mustAnswer(403, exchange);
        } else if (!route.decidesFurther()) {
            boolean fails =
                    route.probes().contains(Probe.FAILURE) || route.probes().contains(Probe.SEND_ERROR);
            attacker.must(
                    exchange.status() < 400 || fails && exchange.status() != 401 && exchange.status() != 403,
                    "the rule lets it through",
                    exchange);
        } else {
            attacker.must(
                    exchange.status() != 401 && exchange.status() < 500,
                    "the rule lets it through, whatever the application says",
                    exchange);
        }
    }

    private static Oracle.Answer answer(Attacker attacker, Optional<String> role, Route route) {
        return attacker.oracle().decide(role, route.method(), route.with("x"));
    }

    private static boolean asksPermission(Attacker attacker, Route route) {
        return attacker.oracle()
                .rule(route.method(), route.with("x"))
                .filter(rule -> !rule.permission().isEmpty())
                .isPresent();
    }
}
