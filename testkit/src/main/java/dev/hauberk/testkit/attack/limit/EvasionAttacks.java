package dev.hauberk.testkit.attack.limit;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.util.List;
import java.util.stream.Stream;

/** Tries to be counted in another category than the route's. */
final class EvasionAttacks {
    @Attack(
            value = "RATE-2",
            tries = "other spellings and methods, to be counted elsewhere",
            breaks = "limits",
            onLimits = true)
    Stream<Trial> otherSpellings(Attacker attacker) {
        return Limited.of(attacker).values().stream()
                .filter(limited -> limited.route().method().equals("GET"))
                .map(limited -> new Trial("other spellings are counted as " + limited.name(), () -> {
                    Sender sender = sender(attacker, limited);
                    Request request = limited.request(attacker);
                    Limited.Run run = limited.exhaust(i -> sender.send(request));
                    attacker.mustAnswer(429, run.last());
                    long since = System.nanoTime();
                    String path = request.target();
                    for (Request trick : List.of(
                            request.withMethod("HEAD"),
                            request.withTarget(path + "?x=y"),
                            request.withTarget(path + "/"),
                            request.withTarget(path + ";x=y"),
                            request.withTarget("/" + path),
                            request.withTarget(path.toUpperCase(java.util.Locale.ROOT)),
                            request.with("X-HTTP-Method-Override", "HEAD"),
                            request.withTarget(
                                    "http://" + attacker.target().address().authority() + path))) {
                        Exchange exchange = limited.whileExhausted(since, () -> sender.send(trick));
                        attacker.must(!exchange.succeeded(), "no other spelling has a limit of its own", exchange);
                    }
                }));
    }

    @Attack(
            value = "RATE-2",
            tries = "each category by itself: using up one leaves the others",
            breaks = "limits",
            onLimits = true)
    void eachByItself(Attacker attacker) {
        List<Limited> all = Limited.of(attacker).values().stream()
                .filter(limited -> !limited.isPublic(attacker))
                .toList();
        if (all.size() < 2) {
            throw Attacker.notTried("fewer than two categories count users");
        }
        String role = attacker.roles().stream()
                .filter(each -> all.stream()
                        .allMatch(limited -> attacker.oracle()
                                        .decide(
                                                java.util.Optional.of(each),
                                                limited.route().method(),
                                                limited.route().with("x"))
                                == dev.hauberk.testkit.attack.Oracle.Answer.GRANTED))
                .findFirst()
                .orElseThrow(() -> Attacker.notTried("no role may call a route of each category"));
        Session session = attacker.signIn(role);
        Request first = all.get(0).request(attacker);
        session.csrf();
        all.get(0).exhaust(i -> session.send(first));
        Exchange other = session.send(all.get(1).request(attacker));
        attacker.must(
                other.status() != 429,
                all.get(1).name() + " is counted apart from " + all.get(0).name(),
                other);
    }

    /** Somebody who may call a route, always from one address. */
    private interface Sender {
        Exchange send(Request request);
    }

    private static Sender sender(Attacker attacker, Limited limited) {
        Client client = attacker.stranger();
        if (limited.isPublic(attacker)) {
            return client::send;
        }
        String role =
                attacker.roleFor("GET", limited.route().with("x")).orElseThrow(() -> Attacker.notTried("no role may"));
        return attacker.signIn(client, attacker.newUser(role))::send;
    }
}
