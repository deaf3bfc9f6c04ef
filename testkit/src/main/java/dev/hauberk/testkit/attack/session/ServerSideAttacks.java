package dev.hauberk.testkit.attack.session;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Credentials;
import dev.hauberk.testkit.wire.Json;
import dev.hauberk.testkit.wire.Jwt;
import dev.hauberk.testkit.wire.Session;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Tries what a session that lives at the client would allow: to read it, and to use it when it has ended. */
final class ServerSideAttacks {
    private static final String BREAKS = "sessions";
    private static final Set<String> CLAIMS = Set.of("iss", "aud", "sub", "sid", "jti", "iat", "exp");

    @Attack(value = "SESS-6", tries = "reading a person's data in a token", breaks = BREAKS)
    void readingAToken(Attacker attacker) {
        Session session = attacker.signIn();
        Credentials held = session.credentials();
        Jwt access = Jwt.parse(held.access());
        Set<String> more = new TreeSet<>(access.claims().propertyNames());
        more.removeAll(CLAIMS);
        attacker.must(
                more.isEmpty(), "an access token holds no more than " + new TreeSet<>(CLAIMS), "it holds " + more);
        attacker.must(
                "at+jwt".equals(access.headerJson().path("typ").asString(""))
                        && "HS256".equals(access.headerJson().path("alg").asString("")),
                "a token's header says at+jwt and HS256",
                access.headerJson().toString());
        String email = session.user().email();
        attacker.must(
                !access.claims().toString().contains(email),
                "no token holds an e-mail address",
                "the access token does");
        attacker.must(
                Jwt.parse(held.refresh()).headerJson().isEmpty()
                        && !held.refresh().contains(session.user().id()),
                "a refresh token is an opaque secret",
                "it can be read");
    }

    @Attack(value = "SESS-6", tries = "using a session after signing out", breaks = BREAKS)
    void afterSigningOut(Attacker attacker) {
        Session session = attacker.signIn();
        session.csrf();
        Session copy = session.copy();
        attacker.mustAnswer(204, session.signOut());
        attacker.mustAnswer(401, copy.send(attacker.wire().me()));
        attacker.mustAnswer(401, copy.refresh());
    }

    @Attack(value = "SESS-6", tries = "finding a secret in the list of sessions", breaks = BREAKS)
    void theListOfSessions(Attacker attacker) {
        User user = attacker.newUser();
        Session other = attacker.signIn(user);
        Session session = attacker.signIn(user);
        Exchange list = session.send(attacker.wire().sessions());
        attacker.mustAnswer(200, list);
        attacker.must(handles(list).size() == 2, "both sessions are listed, each with its handle", list);
        for (String secret : List.of(
                other.credentials().access(),
                other.credentials().refresh(),
                session.credentials().access(),
                session.credentials().refresh())) {
            attacker.must(!list.text().contains(secret), "no secret is listed", list);
        }
    }

    @Attack(value = "SESS-6", tries = "ending one's other sessions, one and then all", breaks = BREAKS)
    void endingOnesOther(Attacker attacker) {
        User user = attacker.newUser();
        Session first = attacker.signIn(user);
        List<String> ofFirst = List.copyOf(handles(first.send(attacker.wire().sessions())));
        Session second = attacker.signIn(user);
        Session third = attacker.signIn(user);
        attacker.must(ofFirst.size() == 1, "the only session is listed", ofFirst.size() + " are");
        attacker.mustAnswer(204, third.send(Request.of("DELETE", attacker.wire().auth("/sessions/" + ofFirst.get(0)))));
        attacker.mustAnswer(401, first.send(attacker.wire().me()));
        attacker.mustAnswer(200, second.send(attacker.wire().me()));
        attacker.mustAnswer(204, third.send(Request.of("DELETE", attacker.wire().auth("/sessions"))));
        attacker.mustAnswer(401, second.send(attacker.wire().me()));
        attacker.mustAnswer(200, third.send(attacker.wire().me()));
    }

    @Attack(value = "SESS-6", tries = "ending a stranger's session", breaks = BREAKS)
    void endingAStrangers(Attacker attacker) {
        Session victim = attacker.signIn();
        for (String handle : handles(victim.send(attacker.wire().sessions()))) {
            Exchange answer =
                    attacker.signIn().send(Request.of("DELETE", attacker.wire().auth("/sessions/" + handle)));
            attacker.must(answer.status() == 404, "another's session is not found", answer);
        }
        attacker.mustAnswer(200, victim.send(attacker.wire().me()));
    }

    /** Every handle in a list, however it is wrapped. */
    private static Set<String> handles(Exchange list) {
        Set<String> handles = new TreeSet<>();
        for (JsonNode handle : Json.of(list.response()).findValues("handle")) {
            handles.add(handle.asString());
        }
        return handles;
    }
}
