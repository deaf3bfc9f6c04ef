package dev.hauberk.testkit.attack.web;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for a Content-Security-Policy under which injected script would run. */
final class ContentPolicyAttacks {
    @Attack(
            value = "HTTP-2",
            tries = "every page and answer: a policy under which injected script does not run",
            breaks = "headers.content-security-policy")
    Stream<Trial> everyPage(Attacker attacker) {
        List<Request> requests = new ArrayList<>(
                List.of(attacker.wire().me(), Request.get(attacker.wire().path("/" + Attacker.canary()))));
        for (Route route : attacker.target().routes()) {
            boolean open = attacker.oracle().decide(Optional.empty(), route.method(), route.with("x"))
                    == Oracle.Answer.GRANTED;
            if (open && route.method().equals("GET") && !route.hasId()) {
                requests.add(Request.get(attacker.wire().path(route.path())));
            }
        }
        return requests.stream()
                .map(request -> new Trial("the policy of " + request.target(), () -> {
                    Exchange exchange = attacker.stranger().send(request);
                    List<String> values = exchange.response().headers("Content-Security-Policy");
                    attacker.must(values.size() == 1, "one Content-Security-Policy", exchange);
                    List<String> weaknesses = ContentPolicy.parse(values.get(0)).weaknesses();
                    attacker.must(
                            weaknesses.isEmpty(),
                            "a policy without " + weaknesses + "; it is: " + values.get(0),
                            exchange);
                }));
    }
}
