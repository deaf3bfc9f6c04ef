package dev.hauberk.testkit.attack.limit;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks for the line that says that a limit is nearly used up: one, and about nobody by name. */
final class NoticeAttacks {
    @Attack(
            value = "RATE-4",
            tries = "using up each limit: one line at 80 %, and about nobody by name",
            breaks = "limits",
            onLimits = true)
    Stream<Trial> oneLine(Attacker attacker) {
        Supplier<List<String>> log =
                attacker.target().logLines().orElseThrow(() -> Attacker.notTried("the target shows no log"));
        return Limited.of(attacker).values().stream()
                .map(limited -> new Trial("using up " + limited.name() + " writes one line", () -> {
                    Request request = limited.request(attacker);
                    Client client = attacker.stranger();
                    if (limited.isPublic(attacker)) {
                        useUp(attacker, log, limited, () -> client.send(request), List.of(client.address()));
                    } else {
                        User user = attacker.newUser(attacker.roleFor(
                                        limited.route().method(),
                                        limited.route().with("x"))
                                .orElseThrow(() -> Attacker.notTried("no role may " + limited.route())));
                        Session session = attacker.signIn(client, user);
                        session.csrf();
                        useUp(
                                attacker,
                                log,
                                limited,
                                () -> session.send(request),
                                List.of(client.address(), user.id(), user.email()));
                    }
                }));
    }

    private static void useUp(
            Attacker attacker, Supplier<List<String>> log, Limited limited, Runnable send, List<String> who) {
        int before = notices(log, limited).size();
        long most = limited.limit().rate().count();
        long enough = (most * 4 + 4) / 5;
        // What the kit sent to sign in may have been counted already.
        long early = limited.isPublic(attacker) ? enough : enough - Limited.SIGNING_IN;
        for (long i = 1; i <= most + 5; i++) {
            send.run();
            int now = notices(log, limited).size() - before;
            attacker.must(
                    i >= early || now == 0,
                    "no line before 80 %, which is request " + enough,
                    now + " after request " + i);
        }
        List<String> lines = notices(log, limited);
        attacker.must(
                lines.size() - before == 1, "one line for one key and window", (lines.size() - before) + " lines");
        String line = lines.get(lines.size() - 1);
        for (String name : who) {
            attacker.must(!line.contains(name), "the line says of nobody who it is", line);
        }
    }

    private static List<String> notices(Supplier<List<String>> log, Limited limited) {
        return log.get().stream()
                .filter(line -> line.contains("80 %") && line.contains(limited.name()))
                .toList();
    }
}
