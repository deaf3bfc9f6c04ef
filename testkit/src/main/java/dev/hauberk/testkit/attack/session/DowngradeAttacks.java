package dev.hauberk.testkit.attack.session;

import dev.hauberk.policy.SessionPolicy;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.RoleChange;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.List;
import java.util.stream.Stream;

/** Tries sessions that were open when a role was taken away. */
final class DowngradeAttacks {
    @Attack(value = "SESS-3", tries = "sessions of before a change of role", breaks = "sessions.end-on")
    Stream<Trial> sessionsOfBefore(Attacker attacker) {
        if (!attacker.policy().sessions().endOn().contains(SessionPolicy.EndOn.DOWNGRADE)) {
            throw Attacker.notTried("the policy does not ask for it");
        }
        RoleChange change = attacker.target()
                .roleChange()
                .orElseThrow(() -> Attacker.notTried("the target names no route that changes roles"));
        List<String> roles = attacker.roles();
        return roles.stream()
                .flatMap(from -> roles.stream()
                        .filter(to -> !to.equals(from))
                        .flatMap(to -> roles.stream()
                                .filter(role -> attacker.oracle().gives(role, from)
                                        && attacker.oracle().gives(role, to))
                                .filter(role -> attacker.oracle()
                                        .permissions(role)
                                        .containsAll(attacker.oracle().permissions(from)))
                                .findFirst()
                                .stream()
                                .map(giver -> trial(attacker, change, giver, from, to))));
    }

    private static Trial trial(Attacker attacker, RoleChange change, String giver, String from, String to) {
        boolean ends = attacker.oracle().isDowngrade(from, to);
        String name = ends
                ? "ends sessions where " + from + " becomes " + to
                : "lets sessions go on where " + from + " becomes " + to;
        return new Trial(name, () -> {
            Session victim = attacker.signIn(from);
            victim.csrf();
            Exchange changed = attacker.signIn(giver)
                    .send(request(attacker, change, victim.user().id(), to));
            attacker.must(changed.succeeded(), "a " + giver + " may make a " + to + " of a " + from, changed);
            Exchange me = victim.send(attacker.wire().me());
            if (ends) {
                attacker.mustAnswer(401, me);
                attacker.mustAnswer(401, victim.refresh());
            } else {
                attacker.must(
                        me.status() == 200
                                && Json.texts(Json.of(me.response()).path("roles"))
                                        .contains(to),
                        "the session goes on with the new role, at once",
                        me);
            }
        });
    }

    private static Request request(Attacker attacker, RoleChange change, String id, String role) {
        return Request.of(change.method(), attacker.wire().path(change.path().replace("{id}", id)))
                .json(change.body().replace("{role}", role));
    }
}
