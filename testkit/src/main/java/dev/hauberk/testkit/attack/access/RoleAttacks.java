package dev.hauberk.testkit.attack.access;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Trial;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Session;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tries to be more than one's role, by what one says of oneself. */
final class RoleAttacks {
    @Attack(value = "RBAC-1", tries = "each role: it holds what the policy says, and no more", breaks = "roles")
    Stream<Trial> eachRole(Attacker attacker) {
        return attacker.roles().stream()
                .map(role -> new Trial(role + " holds what the policy says, and no more", () -> {
                    Exchange me = attacker.signIn(role).send(attacker.wire().me());
                    attacker.mustAnswer(200, me);
                    JsonNode body = Json.of(me.response());
                    attacker.must(
                            Json.texts(body.path("roles")).equals(Set.of(role)), "the roles are [" + role + "]", me);
                    Set<String> held = Json.texts(body.path("permissions"));
                    Set<String> asked = attacker.oracle().permissions(role);
                    attacker.must(
                            held.equals(asked)
                                    || held.equals(Set.of("*"))
                                            && asked.size()
                                                    == attacker.policy()
                                                            .permissions()
                                                            .size(),
                            "the permissions are " + asked,
                            me);
                }));
    }

    @Attack(value = "RBAC-1", tries = "claiming a role in headers, cookies and the query", breaks = "roles")
    void claimingARole(Attacker attacker) {
        String top = attacker.roles().get(0);
        Session session = attacker.signIn();
        String role = session.user().role();
        if (role.equals(top)) {
            throw Attacker.notTried("the policy has one role");
        }
        String query = "?role=" + top + "&roles=" + top;
        for (String name : Set.of("X-Role", "X-Roles", "X-User-Role", "X-Authenticated-Roles", "Role")) {
            Exchange me = session.send(attacker.wire()
                    .me()
                    .withTarget(attacker.wire().me().target() + query)
                    .with(name, top));
            attacker.must(
                    !me.succeeded()
                            || Json.texts(Json.of(me.response()).path("roles")).equals(Set.of(role)),
                    "what one says of oneself gives no role",
                    me);
        }
    }

    @Attack(value = "RBAC-1", tries = "being somebody by a header", breaks = "routes")
    void beingSomebodyByAHeader(Attacker attacker) {
        String id = attacker.newUser().id();
        for (String name : Set.of(
                "X-User", "X-User-Id", "X-Forwarded-User", "Remote-User", "X-Remote-User", "X-Auth-Request-User")) {
            attacker.mustAnswer(
                    401, attacker.stranger().send(attacker.wire().me().with(name, id)));
        }
        attacker.mustAnswer(
                401, attacker.stranger().send(attacker.wire().me().with("Authorization", "Basic YWRtaW46YWRtaW4=")));
    }
}
