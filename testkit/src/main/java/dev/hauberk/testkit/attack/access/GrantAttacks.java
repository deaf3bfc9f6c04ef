package dev.hauberk.testkit.attack.access;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Oracle;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.RoleChange;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tries to give and to take roles that are not one's to give. */
final class GrantAttacks {
    private static final String BREAKS = "roles.*.gives";

    @Attack(value = "RBAC-2", tries = "each role giving each role", breaks = BREAKS)
    Stream<Trial> eachGivingEach(Attacker attacker) {
        RoleChange route = route(attacker);
        Map<String, Session> givers = new HashMap<>();
        return attacker.roles().stream()
                .flatMap(giver -> attacker.roles().stream().map(given -> {
                    String from = heldByOne(attacker, giver, given);
                    return new Trial(
                            giver + " gives " + given + " to a " + from,
                            () -> change(
                                    attacker, route, givers.computeIfAbsent(giver, attacker::signIn), from, given));
                }));
    }

    @Attack(value = "RBAC-2", tries = "each role taking each role", breaks = BREAKS)
    Stream<Trial> eachTakingEach(Attacker attacker) {
        RoleChange route = route(attacker);
        Map<String, Session> givers = new HashMap<>();
        return attacker.roles().stream()
                .flatMap(giver -> attacker.roles().stream().map(taken -> {
                    String to = heldByOne(attacker, giver, taken);
                    return new Trial(
                            giver + " takes " + taken + " away for " + to,
                            () -> change(attacker, route, givers.computeIfAbsent(giver, attacker::signIn), taken, to));
                }));
    }

    @Attack(value = "RBAC-2", tries = "giving a role to somebody of another tenant", breaks = BREAKS)
    Stream<Trial> acrossTenants(Attacker attacker) {
        RoleChange route = route(attacker);
        String least = attacker.leastRole();
        return attacker.roles().stream()
                .map(giver -> new Trial(giver + " gives a role to a stranger", () -> {
                    User stranger = attacker.target().newUser(least, attacker.abroad());
                    String role = attacker.roles().stream()
                            .filter(r -> attacker.oracle().gives(giver, r))
                            .findFirst()
                            .orElse(least);
                    Exchange changed = attacker.signIn(giver).send(request(attacker, route, stranger.id(), role));
                    attacker.must(
                            changed.status() == 403 || changed.status() == 404,
                            "another tenant's user is refused",
                            changed);
                    mustBe(attacker, stranger, least, changed);
                }));
    }

    @Attack(value = "RBAC-2", tries = "giving oneself the highest role", breaks = BREAKS)
    Stream<Trial> toOneself(Attacker attacker) {
        RoleChange route = route(attacker);
        String top = attacker.roles().get(0);
        return attacker.roles().stream()
                .filter(role -> !role.equals(top))
                .map(role -> new Trial(role + " makes " + top + " of itself", () -> {
                    Session session = attacker.signIn(role);
                    Exchange changed =
                            session.send(request(attacker, route, session.user().id(), top));
                    attacker.must(refused(changed), "it is refused", changed);
                    mustBe(attacker, session.user(), role, changed);
                }));
    }

    @Attack(value = "RBAC-2", tries = "giving roles that there are not", breaks = "roles")
    void rolesThatThereAreNot(Attacker attacker) {
        RoleChange route = route(attacker);
        String top = attacker.roles().get(0);
        String least = attacker.leastRole();
        Session giver = attacker.signIn(top);
        for (String role :
                List.of("root", top.toUpperCase(java.util.Locale.ROOT), top + " ", "*", "", top + "," + least)) {
            User user = attacker.newUser(least);
            Exchange changed = giver.send(request(attacker, route, user.id(), role));
            attacker.must(changed.status() >= 400 && changed.status() < 500, "'" + role + "' is refused", changed);
            mustBe(attacker, user, least, changed);
        }
    }

    private static void change(Attacker attacker, RoleChange route, Session giver, String from, String to) {
        User user = attacker.newUser(from);
        Oracle oracle = attacker.oracle();
        String by = giver.user().role();
        boolean may = oracle.gives(by, from)
                && oracle.gives(by, to)
                && oracle.decide(Optional.of(by), route.method(), route.path().replace("{id}", user.id()))
                        == Oracle.Answer.GRANTED;
        Exchange changed = giver.send(request(attacker, route, user.id(), to));
        if (may) {
            attacker.must(changed.succeeded(), "it is allowed", changed);
            mustBe(attacker, user, to, changed);
        } else {
            attacker.must(refused(changed), "it is refused", changed);
            mustBe(attacker, user, from, changed);
        }
    }

    /** A role that the giver may give too, and other than one, so that only that one decides; the other itself where there is none. */
    private static String heldByOne(Attacker attacker, String giver, String one) {
        return attacker.roles().stream()
                .filter(role -> !role.equals(one) && attacker.oracle().gives(giver, role))
                .findFirst()
                .orElseGet(() ->
                        attacker.leastRole().equals(one) ? attacker.roles().get(0) : attacker.leastRole());
    }

    private static boolean refused(Exchange changed) {
        return changed.status() == 403 || changed.status() == 404;
    }

    private static void mustBe(Attacker attacker, User user, String role, Exchange changed) {
        Exchange me = attacker.signIn(user).send(attacker.wire().me());
        attacker.must(
                Json.texts(Json.of(me.response()).path("roles")).equals(Set.of(role)),
                "the role is " + role + " after it, and not as in " + me.response(),
                changed);
    }

    private static RoleChange route(Attacker attacker) {
        return attacker.target()
                .roleChange()
                .orElseThrow(() -> Attacker.notTried("the target names no route that changes roles"));
    }

    private static Request request(Attacker attacker, RoleChange change, String id, String role) {
        return Request.of(change.method(), attacker.wire().path(change.path().replace("{id}", id)))
                .json(change.body().replace("{role}", role));
    }
}
