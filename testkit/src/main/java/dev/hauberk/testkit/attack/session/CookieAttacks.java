package dev.hauberk.testkit.attack.session;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.http.SetCookie;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Credentials;
import dev.hauberk.testkit.wire.Session;
import java.util.List;
import java.util.Optional;

/** Tries what a cookie that is not set as the policy says would allow. */
final class CookieAttacks {
    private static final String BREAKS = "tokens.in";

    @Attack(value = "SESS-5", tries = "cookies that a script, another site or plain HTTP could get", breaks = BREAKS)
    void attributes(Attacker attacker) {
        requireCookies(attacker);
        User user = attacker.newUser();
        Exchange signIn = attacker.stranger().trySignIn(user.email(), user.password());
        Session session = attacker.stranger()
                .session(user, signIn)
                .orElseThrow(() -> attacker.breach("a user can sign in", signIn));
        mustBeKept(attacker, signIn, 2);
        Exchange refresh = session.refresh();
        attacker.mustAnswer(200, refresh);
        mustBeKept(attacker, refresh, 2);
        Exchange signOut = session.signOut();
        attacker.must(
                SetCookie.of(signOut.response()).stream().allMatch(SetCookie::removes),
                "signing out removes cookies",
                signOut);
        mustBeKept(attacker, signOut, 0);
    }

    @Attack(value = "SESS-5", tries = "reading a token in a body", breaks = BREAKS)
    void readingATokenInABody(Attacker attacker) {
        requireCookies(attacker);
        User user = attacker.newUser();
        Exchange signIn = attacker.stranger().trySignIn(user.email(), user.password());
        Session session = attacker.stranger()
                .session(user, signIn)
                .orElseThrow(() -> attacker.breach("a user can sign in", signIn));
        String access = session.credentials().access();
        for (Exchange answer : List.of(
                signIn,
                session.send(attacker.wire().me()),
                session.send(attacker.wire().sessions()),
                session.refresh())) {
            attacker.must(
                    !answer.text().contains(access)
                            && !answer.text().contains(session.credentials().access())
                            && !answer.text().contains(session.credentials().refresh())
                            && !answer.text().contains("accessToken"),
                    "no token is in a body",
                    answer);
        }
    }

    @Attack(value = "SESS-5", tries = "two cookies of one name", breaks = BREAKS)
    void twoOfOneName(Attacker attacker) {
        requireCookies(attacker);
        Credentials one = attacker.signIn().credentials();
        Credentials other = attacker.signIn().credentials();
        String name = one.accessCookie().orElse("none");
        String mine = name + "=" + one.access();
        Request me = attacker.wire().me();
        for (Request request : List.of(
                me.with("Cookie", mine + "; " + name + "=" + other.access()),
                me.with("Cookie", mine + "; " + mine),
                me.with("Cookie", name + "=x; " + mine),
                me.with("Cookie", mine + "; " + name + "="),
                me.with("Cookie", mine).with("Cookie", name + "=" + other.access()))) {
            Exchange answer = attacker.stranger().send(request);
            attacker.must(answer.status() == 401, "an ambiguous cookie is no credential", answer);
        }
    }

    @Attack(value = "SESS-5", tries = "a cookie and a bearer token", breaks = BREAKS)
    void aCookieAndABearerToken(Attacker attacker) {
        requireCookies(attacker);
        Credentials one = attacker.signIn().credentials();
        Credentials other = attacker.signIn().credentials();
        Exchange answer = attacker.stranger()
                .send(one.on(attacker.wire().me()).with("Authorization", "Bearer " + other.access()));
        attacker.must(answer.status() == 401, "two credentials in one request are none", answer);
    }

    @Attack(value = "SESS-5", tries = "the cookie under a name without its prefix", breaks = BREAKS)
    void withoutItsPrefix(Attacker attacker) {
        requireCookies(attacker);
        Credentials held = attacker.signIn().credentials();
        String name = held.accessCookie().orElse("none");
        for (String other : List.of(
                name.replace("__Host-", ""),
                name.replace("__Host-", "__Secure-"),
                name.toLowerCase(java.util.Locale.ROOT),
                name + "2")) {
            Exchange answer =
                    attacker.stranger().send(attacker.wire().me().with("Cookie", other + "=" + held.access()));
            attacker.must(answer.status() == 401, "only a __Host- cookie is a credential", answer);
        }
    }

    private static void requireCookies(Attacker attacker) {
        if (!attacker.wire().byCookie()) {
            throw Attacker.notTried("the policy says tokens.in: body");
        }
    }

    private static void mustBeKept(Attacker attacker, Exchange answer, int atLeast) {
        List<SetCookie> cookies = SetCookie.of(answer.response());
        attacker.must(cookies.size() >= atLeast, "at least " + atLeast + " cookies are set", answer);
        attacker.must(
                cookies.stream().map(SetCookie::name).distinct().count() == cookies.size(),
                "no cookie is set twice",
                answer);
        for (SetCookie cookie : cookies) {
            attacker.must(
                    cookie.name().startsWith("__Host-") && cookie.isKept(),
                    cookie.name() + " is a proper __Host- cookie",
                    answer);
            attacker.must(cookie.has("HttpOnly"), cookie.name() + " is HttpOnly", answer);
            attacker.must(cookie.has("Secure"), cookie.name() + " is Secure", answer);
            attacker.must(
                    cookie.attribute("SameSite")
                            .map(site -> site.equalsIgnoreCase("Strict"))
                            .equals(Optional.of(true)),
                    cookie.name() + " is SameSite=Strict",
                    answer);
        }
    }
}
