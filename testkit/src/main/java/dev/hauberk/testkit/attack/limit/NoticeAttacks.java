package dev.hauberk.testkit.attack.limit;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.wire.Client;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks for the line that says that a limit is nearly used up: one, and about nobody by name. */
final class NoticeAttacks {
    @Attack(
            value = "RATE-4",
            tries = "using up each limit per address: one line at 80 %, without the address",
            breaks = "limits",
            onLimits = true)
    Stream<Trial> oneLine(Attacker attacker) {
        Supplier<List<String>> log =
                attacker.target().logLines().orElseThrow(() -> Attacker.notTried("the target shows no log"));
        return Limited.of(attacker).values().stream()
                .filter(limited -> limited.isPublic(attacker))
                .map(limited -> new Trial("using up " + limited.name() + " writes one line", () -> {
                    Client client = attacker.stranger();
                    Request request = limited.request(attacker);
                    int before = notices(log, limited).size();
                    long enough = (limited.limit().rate().count() * 4 + 4) / 5;
                    for (long i = 0; i < limited.limit().rate().count() + 5; i++) {
                        client.send(request);
                        int now = notices(log, limited).size() - before;
                        attacker.must(
                                i + 1 >= enough || now == 0,
                                "no line before 80 %, which is request " + enough,
                                now + " after request " + (i + 1));
                    }
                    List<String> lines = notices(log, limited);
                    attacker.must(
                            lines.size() - before == 1,
                            "one line for one key and window",
                            (lines.size() - before) + " lines");
                    attacker.must(
                            !lines.get(lines.size() - 1).contains(client.address()),
                            "the line does not hold the address",
                            "it does");
                }));
    }

    private static List<String> notices(Supplier<List<String>> log, Limited limited) {
        return log.get().stream()
                .filter(line -> line.contains("80 %") && line.contains(limited.name()))
                .toList();
    }
}
