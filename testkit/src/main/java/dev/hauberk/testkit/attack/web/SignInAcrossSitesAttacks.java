package dev.hauberk.testkit.attack.web;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.target.User;
import java.util.List;

/** Makes a browser sign in as the attacker, so that its user works in the attacker's account (login CSRF). */
final class SignInAcrossSitesAttacks {
    @Attack(value = "HTTP-6", tries = "a sign-in that another site makes", breaks = "origins")
    void aSignInThatAnotherSiteMakes(Attacker attacker) {
        if (!attacker.wire().byCookie()) {
            throw Attacker.notTried("the policy says tokens.in: body, so that a sign-in sets no cookie");
        }
        User user = attacker.newUser();
        Request signIn = attacker.wire().signIn(user);
        for (Request request : List.of(
                signIn.with("Origin", "https://evil.example"),
                signIn.with("Origin", "null"),
                signIn.with("Sec-Fetch-Site", "cross-site"),
                signIn.with("Sec-Fetch-Site", "same-site"),
                signIn.replacing("Content-Type", "text/plain"),
                signIn.replacing("Content-Type", "application/x-www-form-urlencoded"),
                signIn.replacing("Content-Type", "text/plain; application/json"),
                signIn.without("Content-Type"),
                signIn.form("email=" + user.email() + "&password=" + user.password()))) {
            Exchange exchange = attacker.stranger().send(request);
            attacker.must(exchange.status() >= 400 && exchange.status() < 500, "it is refused", exchange);
            attacker.must(exchange.response().headers("Set-Cookie").isEmpty(), "no cookie is set", exchange);
        }
        Exchange own = attacker.stranger().send(signIn);
        attacker.must(own.status() == 200, "a client that is no browser may sign in by JSON", own);
    }
}
