package dev.hauberk.testkit.attack.web;

import dev.hauberk.policy.Limit;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Probe;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Client;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Claims to be at another address, under another name, or behind a proxy. */
final class ForgedAddressAttacks {
    private static final String BREAKS = "proxies";
    private static final List<String> HEADERS = List.of(
            "X-Forwarded-For",
            "Forwarded",
            "X-Real-IP",
            "CF-Connecting-IP",
            "True-Client-IP",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "Client-IP",
            "X-Forwarded");

    @Attack(
            value = "HTTP-7",
            tries = "another address in each request, to escape a limit",
            breaks = BREAKS,
            onLimits = true)
    void toEscapeALimit(Attacker attacker) {
        Map.Entry<Route, Limit> limited = limited(attacker);
        Client stranger = attacker.stranger();
        long most = limited.getValue().rate().count();
        Exchange last = null;
        for (long i = 0; i < most + most / 2 + 5; i++) {
            Request request = Request.get(attacker.wire().path(limited.getKey().path()));
            for (String header : HEADERS) {
                String address = "203.0." + i / 250 + "." + (i % 250 + 1);
                request = request.with(header, header.equals("Forwarded") ? "for=" + address : address);
            }
            last = stranger.send(request);
            if (last.status() == 429) {
                return;
            }
        }
        throw attacker.breach("the peer is counted, whatever it claims", java.util.Objects.requireNonNull(last));
    }

    @Attack(value = "HTTP-7", tries = "a victim's address, to use up its limit", breaks = BREAKS, onLimits = true)
    void toUseUpAVictims(Attacker attacker) {
        Map.Entry<Route, Limit> limited = limited(attacker);
        Client victim = attacker.stranger();
        Client stranger = attacker.stranger();
        Request get = Request.get(attacker.wire().path(limited.getKey().path()));
        String address = victim.address();
        for (long i = 0; i < limited.getValue().rate().count() + 5; i++) {
            stranger.send(get.with("X-Forwarded-For", address)
                    .with("X-Real-IP", address)
                    .with("Forwarded", "for=" + address));
        }
        Exchange own = victim.send(get);
        attacker.must(own.status() != 429, "the victim's limit is untouched", own);
    }

    @Attack(value = "HTTP-7", tries = "another host and scheme, to bend a redirect", breaks = BREAKS)
    void toBendARedirect(Attacker attacker) {
        Route route = attacker.target().routes().stream()
                .filter(each -> each.probes().contains(Probe.REDIRECT) && !each.hasId())
                .findFirst()
                .orElseThrow(() -> Attacker.notTried("no route shows a redirect"));
        Request request = Request.get(attacker.wire().path(route.path()))
                .with("X-Forwarded-Host", "evil.example")
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-Port", "444")
                .with("X-Forwarded-Prefix", "/evil")
                .with("Forwarded", "host=evil.example;proto=https");
        Exchange exchange = attacker.stranger().send(request);
        String location = exchange.header("Location").orElse("");
        attacker.must(
                !location.contains("evil") && !location.contains("444"),
                "a redirect does not go where a header says",
                exchange);
    }

    private static Map.Entry<Route, Limit> limited(Attacker attacker) {
        if (!attacker.policy().proxies().isEmpty()) {
            throw Attacker.notTried("the policy trusts proxies, which may be this machine");
        }
        return attacker.target().routes().stream()
                .filter(route -> route.method().equals("GET") && !route.hasId())
                .flatMap(route -> limitOf(attacker, route).map(limit -> Map.entry(route, limit)).stream())
                .max(Comparator.comparing(found -> isOpen(attacker, found.getKey())))
                .orElseThrow(() -> Attacker.notTried("no route has a limit"));
    }

    private static Optional<Limit> limitOf(Attacker attacker, Route route) {
        return attacker.oracle()
                .rule("GET", route.path())
                .flatMap(RoutePolicy::limit)
                .flatMap(name -> Optional.ofNullable(attacker.policy().limits().get(name)))
                .filter(limit -> limit.per() == Limit.Scope.ADDRESS || !isOpen(attacker, route));
    }

    /** Where a route is not open, nobody's requests are refused, and count by address all the same. */
    private static boolean isOpen(Attacker attacker, Route route) {
        return attacker.oracle().decide(Optional.empty(), "GET", route.path()) == Oracle.Answer.GRANTED;
    }
}
