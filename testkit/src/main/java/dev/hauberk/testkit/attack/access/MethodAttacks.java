package dev.hauberk.testkit.attack.access;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tries to reach a route by another method, or by headers that claim another method or path. */
final class MethodAttacks {
    private static final List<String> METHODS = List.of(
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "PATCH",
            "PUT",
            "DELETE",
            "POST",
            "GET",
            "get",
            "Get",
            "gET",
            "post",
            "delete",
            "FOO",
            "GET\t",
            "*");
    private static final List<String> OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override", "X-Original-Method");
    private static final List<String> REWRITES = List.of(
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-Original-URI",
            "X-Forwarded-Path",
            "X-Forwarded-Prefix",
            "X-Script-Name");

    @Attack(value = "RBAC-4", tries = "other methods on every protected path")
    Stream<Trial> otherMethods(Attacker attacker) {
        return onProtected(attacker, (request, route) -> {
            List<Request> tries = new ArrayList<>();
            for (String method : METHODS) {
                if (!method.equals(route.method()) && !isOpen(attacker, method, route)) {
                    tries.add(request.withMethod(method));
                }
            }
            tries.add(request.withVersion("HTTP/1.0"));
            tries.add(request.withVersion("HTTP/1.0").without("Host"));
            tries.add(request.withVersion("HTTP/0.9"));
            tries.add(request.withVersion("HTTP/2.0"));
            return tries;
        });
    }

    @Attack(value = "RBAC-4", tries = "claiming another method on every protected path")
    Stream<Trial> claimingAnotherMethod(Attacker attacker) {
        return onProtected(attacker, (request, route) -> {
            List<Request> tries = new ArrayList<>();
            for (String claimed : List.of("GET", "HEAD", "OPTIONS", "DELETE", route.method())) {
                for (String header : OVERRIDES) {
                    tries.add(request.with(header, claimed));
                    tries.add(request.withMethod("POST").with(header, claimed));
                    tries.add(request.withMethod("GET").with(header, claimed));
                }
                tries.add(request.withTarget(request.target() + "?_method=" + claimed));
                tries.add(request.withMethod("POST").form("_method=" + claimed));
            }
            return tries.stream()
                    .filter(each -> !isOpen(attacker, each.method(), route))
                    .toList();
        });
    }

    @Attack(value = "RBAC-4", tries = "claiming another path on every protected path")
    Stream<Trial> claimingAnotherPath(Attacker attacker) {
        String open = attacker.wire().path(open(attacker).map(Route::path).orElse("/"));
        return onProtected(
                attacker,
                (request, route) -> REWRITES.stream()
                        .map(header -> request.with(header, open))
                        .toList());
    }

    @Attack(value = "RBAC-4", tries = "claiming a protected path on a public one")
    void claimingAProtectedPath(Attacker attacker) {
        Route open = open(attacker).orElseThrow(() -> Attacker.notTried("no route is public"));
        Request request = Request.get(attacker.wire().path(open.path()));
        Client stranger = attacker.stranger();
        String plain = stranger.send(request).text();
        if (!plain.equals(stranger.send(request).text())) {
            throw Attacker.notTried("the public route answers differently each time");
        }
        for (Route route : attacker.target().routes()) {
            if (!isOpen(attacker, "GET", route) && !route.hasId()) {
                for (String header : REWRITES) {
                    Exchange exchange =
                            stranger.send(request.with(header, attacker.wire().path(route.path())));
                    attacker.must(
                            !exchange.succeeded() || exchange.text().equals(plain),
                            "what is judged is what is served",
                            exchange);
                }
            }
        }
    }

    /** What is tried of a request to a route. */
    private interface Variations {
        List<Request> of(Request request, Route route);
    }

    private static Stream<Trial> onProtected(Attacker attacker, Variations variations) {
        Samples samples = new Samples(attacker);
        return attacker.target().routes().stream()
                .filter(route -> !isOpen(attacker, route.method(), route))
                .map(route -> new Trial(attacker.title() + ": " + route, () -> {
                    Request request = samples.of(route, attacker.home());
                    Client stranger = attacker.stranger();
                    Optional<Session> low = attacker.roleAgainst(route.method(), route.with("x"))
                            .map(attacker::signIn);
                    for (Request each : variations.of(request, route)) {
                        mustRefuse(attacker, stranger.send(each));
                        low.filter(session -> !mayBy(attacker, session, each, route))
                                .ifPresent(session -> mustRefuse(attacker, session.send(each)));
                    }
                }));
    }

    private static void mustRefuse(Attacker attacker, Exchange exchange) {
        boolean answersOptions =
                exchange.request().method().equals("OPTIONS") && exchange.text().isEmpty();
        boolean unsupported = exchange.status() == 501 || exchange.status() == 505;
        attacker.must(
                !exchange.succeeded() && (exchange.status() < 500 || unsupported) || answersOptions,
                "a protected path is refused whatever the method",
                exchange);
    }

    private static boolean isOpen(Attacker attacker, String method, Route route) {
        return attacker.oracle().decide(Optional.empty(), method, route.with("x")) == Oracle.Answer.GRANTED;
    }

    private static boolean mayBy(Attacker attacker, Session session, Request request, Route route) {
        return attacker.oracle()
                        .decide(
                                Optional.of(session.user().role()),
                                // A container may pass over a blank behind the method.
                                request.method().strip().toUpperCase(Locale.ROOT),
                                route.with("x"))
                == Oracle.Answer.GRANTED;
    }

    private static Optional<Route> open(Attacker attacker) {
        return attacker.target().routes().stream()
                .filter(route -> route.method().equals("GET") && !route.hasId() && isOpen(attacker, "GET", route))
                .findFirst();
    }
}
