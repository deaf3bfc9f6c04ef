package dev.hauberk.testkit.attack.access;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Samples;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.Route;
import dev.hauberk.testkit.wire.Session;
import java.util.List;
import java.util.function.Supplier;

/** Looks for a denial that nobody could be asked about later. */
final class DenialAttacks {
    private static final int TIMES = 5;

    @Attack(value = "RBAC-4", tries = "being denied without a record, or with more than one", breaks = "routes")
    void beingDeniedUnseen(Attacker attacker) {
        Supplier<List<String>> records = attacker.target()
                .auditRecords()
                .orElseThrow(() -> Attacker.notTried("the target shows no audit trail"));
        Route route = attacker.target().routes().stream()
                .filter(known ->
                        attacker.roleAgainst(known.method(), known.with("x")).isPresent())
                .findFirst()
                .orElseThrow(() -> Attacker.notTried("every role may call every route"));
        Session session = attacker.signIn(
                attacker.roleAgainst(route.method(), route.with("x")).orElseThrow());
        for (int i = 0; i < TIMES; i++) {
            Exchange denied = session.send(new Samples(attacker).of(route, attacker.home()));
            attacker.mustAnswer(403, denied);
        }
        long seen = records.get().stream()
                .filter(record -> record.contains("DENIED")
                        && record.contains(session.user().id()))
                .count();
        attacker.must(
                seen == TIMES, TIMES + " denials are " + TIMES + " records that say so, of whom", seen + " records");
    }
}
