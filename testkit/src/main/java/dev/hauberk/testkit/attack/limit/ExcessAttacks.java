package dev.hauberk.testkit.attack.limit;

import dev.hauberk.policy.Limit.Scope;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Sends one request more than a limit allows. */
final class ExcessAttacks {
    @Attack(value = "RATE-5", tries = "one request more than each limit", breaks = "limits", onLimits = true)
    Stream<Trial> oneMore(Attacker attacker) {
        return Limited.of(attacker).values().stream()
                .map(limited -> new Trial(
                        "request " + (limited.limit().rate().count() + 1) + " of " + limited.name() + " ("
                                + limited.limit() + ") at " + limited.route(),
                        () -> mustPassThenEnd(attacker, limited, run(attacker, limited))));
    }

    @Attack(
            value = "RATE-5",
            tries = "several sessions of one user, to have a limit each",
            breaks = "limits",
            onLimits = true)
    Stream<Trial> severalSessions(Attacker attacker) {
        return ofUsers(attacker)
                .map(limited -> new Trial("sessions of one user share " + limited.name(), () -> {
                    User user = attacker.newUser(role(attacker, limited));
                    List<Session> sessions = new ArrayList<>();
                    for (int i = 0; i < Math.min(3, attacker.policy().sessions().perUser()); i++) {
                        sessions.add(attacker.signIn(user));
                    }
                    Request request = limited.request(attacker);
                    mustPassThenEnd(
                            attacker,
                            limited,
                            limited.exhaust(
                                    i -> sessions.get(i % sessions.size()).send(request)));
                }));
    }

    @Attack(value = "RATE-5", tries = "signing in and out, to begin anew", breaks = "limits", onLimits = true)
    void signingInAndOut(Attacker attacker) {
        Limited limited = Limited.of(attacker).values().stream()
                .filter(each -> each.limit().per() == Scope.ADDRESS && each.isPublic(attacker))
                .findFirst()
                .orElseThrow(() -> Attacker.notTried("no public route has a limit per address"));
        Client client = attacker.stranger();
        Request request = limited.request(attacker);
        limited.exhaust(i -> client.send(request));
        long since = System.nanoTime();
        Session elsewhere = attacker.signIn();
        Request signedIn = elsewhere.credentials().on(request);
        var withSession = limited.whileExhausted(since, () -> client.send(signedIn));
        attacker.must(withSession.status() == 429, "the address's limit goes on for somebody signed in", withSession);
        elsewhere.signOut();
        var after = limited.whileExhausted(since, () -> client.send(request));
        attacker.must(after.status() == 429, "the address's limit goes on after signing out", after);
    }

    @Attack(value = "RATE-5", tries = "a flood of invalid tokens from one address", breaks = "limits", onLimits = true)
    void aFloodOfInvalidTokens(Attacker attacker) {
        Limited limited = ofUsers(attacker).findFirst().orElseThrow(() -> Attacker.notTried("no limit counts by user"));
        Client client = attacker.stranger();
        Request request = limited.request(attacker);
        Limited.Run run = limited.exhaust(i -> client.send(request.with("Authorization", "Bearer x.y." + i)));
        mustEnd(attacker, limited, run);
    }

    @Attack(
            value = "RATE-5",
            tries = "one user's requests, to use up another's limit",
            breaks = "limits",
            onLimits = true)
    void toUseUpAnothers(Attacker attacker) {
        Limited limited = ofUsers(attacker).findFirst().orElseThrow(() -> Attacker.notTried("no limit counts by user"));
        String role = role(attacker, limited);
        Session other = attacker.signIn(role);
        Request request = limited.request(attacker);
        Session busy = attacker.signIn(role);
        limited.exhaust(i -> busy.send(request));
        var exchange = other.send(request);
        attacker.must(exchange.status() != 429, "each user has a limit of its own", exchange);
    }

    private static Stream<Limited> ofUsers(Attacker attacker) {
        return Limited.of(attacker).values().stream()
                .filter(limited -> limited.limit().per() == Scope.USER && !limited.isPublic(attacker));
    }

    private static Limited.Run run(Attacker attacker, Limited limited) {
        Request request = limited.request(attacker);
        if (limited.isPublic(attacker)) {
            Client client = attacker.stranger();
            return limited.exhaust(i -> client.send(request));
        }
        Session session = attacker.signIn(role(attacker, limited));
        session.csrf();
        return limited.exhaust(i -> session.send(request));
    }

    private static String role(Attacker attacker, Limited limited) {
        return attacker.roleFor(limited.route().method(), limited.route().with("x"))
                .orElseThrow(() -> Attacker.notTried("no role may " + limited.route()));
    }

    private static void mustPassThenEnd(Attacker attacker, Limited limited, Limited.Run run) {
        attacker.must(
                run.passed() >= limited.promised(),
                "no fewer than " + limited.promised() + " requests pass, and " + run.passed() + " did",
                run.last());
        mustEnd(attacker, limited, run);
    }

    private static void mustEnd(Attacker attacker, Limited limited, Limited.Run run) {
        attacker.must(
                run.last().status() == 429 && run.passed() <= limited.allowed(run),
                "at most " + limited.allowed(run) + " requests pass, and " + run.passed() + " did",
                run.last());
    }
}
