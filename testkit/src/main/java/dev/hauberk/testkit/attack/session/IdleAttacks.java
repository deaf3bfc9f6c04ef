package dev.hauberk.testkit.attack.session;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.MovableClock;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Credentials;
import dev.hauberk.testkit.wire.Jwt;
import dev.hauberk.testkit.wire.Session;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries sessions that nobody used for too long, and sessions that the attacker chose. */
final class IdleAttacks {
    private static final int BITS = 128;
    private static final int BITS_OF_A_LETTER = 6;

    @Attack(value = "SESS-1", tries = "a session that nobody used for longer than may be", breaks = "sessions.idle")
    void anIdleSession(Attacker attacker) {
        MovableClock clock =
                attacker.target().clock().orElseThrow(() -> Attacker.notTried("the target's clock cannot be moved"));
        Session session = attacker.signIn();
        clock.advance(attacker.policy().sessions().idle().plusSeconds(1));
        attacker.must(!session.isAlive(), "the access token is refused", "it is still good");
        attacker.mustAnswer(401, session.refresh());
    }

    @Attack(
            value = "SESS-1",
            tries = "a session that is used just before its time: it goes on",
            breaks = "sessions.idle")
    void aSessionThatIsUsedInTime(Attacker attacker) {
        MovableClock clock =
                attacker.target().clock().orElseThrow(() -> Attacker.notTried("the target's clock cannot be moved"));
        Duration nearly = attacker.policy().sessions().idle().minusMinutes(5);
        if (nearly.isNegative()
                || attacker.policy()
                        .sessions()
                        .atMost()
                        .filter(most -> most.compareTo(nearly.multipliedBy(2)) < 0)
                        .isPresent()) {
            throw Attacker.notTried("the policy ends sessions sooner");
        }
        Session session = attacker.signIn();
        for (int i = 0; i < 2; i++) {
            clock.advance(nearly);
            attacker.mustAnswer(200, session.refresh());
        }
    }

    @Attack(value = "SESS-1", tries = "a session that the attacker chose beforehand (fixation)", breaks = "sessions")
    void fixation(Attacker attacker) {
        Session planted = attacker.signIn();
        User victim = attacker.newUser();
        Exchange signIn = attacker.stranger()
                .send(planted.credentials().on(attacker.wire().signIn(victim)).with("Sec-Fetch-Site", "same-origin"));
        attacker.must(
                signIn.status() == 200 || signIn.status() >= 400 && signIn.status() < 500,
                "it signs in, or refuses",
                signIn);
        attacker.stranger().session(victim, signIn).ifPresent(session -> {
            attacker.must(
                    !sid(session).equals(sid(planted))
                            && !session.credentials()
                                    .refresh()
                                    .equals(planted.credentials().refresh()),
                    "a sign-in opens a session of its own",
                    signIn);
            attacker.must(
                    !planted.isAlive()
                            || planted.me().toString().contains(planted.user().id()),
                    "the planted session is not the victim's now",
                    signIn);
        });
    }

    @Attack(
            value = "SESS-1",
            tries = "a session whose id the attacker made up beforehand (fixation)",
            breaks = "sessions")
    void fixationOfWhatIsNot(Attacker attacker) {
        Credentials held = attacker.signIn().credentials();
        List<String> names = Stream.of(held.accessCookie(), held.refreshCookie(), Optional.of("JSESSIONID"))
                .flatMap(Optional::stream)
                .toList();
        String chosen = Attacker.canary().repeat(2);
        String cookies = names.stream().map(name -> name + "=" + chosen).collect(Collectors.joining("; "));
        User victim = attacker.newUser();
        Exchange signIn = attacker.stranger()
                .send(attacker.wire().signIn(victim).with("Cookie", cookies).with("Sec-Fetch-Site", "same-origin"));
        attacker.must(signIn.status() == 200, "cookies of nobody's are no reason to refuse", signIn);
        attacker.must(
                signIn.response().headers("Set-Cookie").stream().noneMatch(cookie -> cookie.contains(chosen))
                        && !signIn.text().contains(chosen),
                "a sign-in gives ids of its own, and none that was sent",
                signIn);
        Exchange me = attacker.stranger().send(attacker.wire().me().with("Cookie", cookies));
        attacker.must(me.status() == 401, "what was sent before a sign-in is nobody's after it", me);
    }

    @Attack(value = "SESS-1", tries = "guessing ids: each is new and of 128 bits or more", breaks = "sessions")
    void guessingIds(Attacker attacker) {
        User user = attacker.newUser();
        Set<String> seen = new HashSet<>();
        int count = Math.min(3, attacker.policy().sessions().perUser());
        for (int i = 0; i < count; i++) {
            Credentials held = attacker.signIn(user).credentials();
            attacker.must(
                    held.refresh().length() * BITS_OF_A_LETTER >= BITS,
                    "a refresh token has room for " + BITS + " bits",
                    "it has " + held.refresh().length() + " characters");
            seen.add(held.refresh());
            seen.add(Jwt.parse(held.access()).claims().path("sid").asString("") + " of an access token");
        }
        attacker.must(seen.size() == 2 * count, "no id is given twice", seen.size() + " of " + 2 * count + " differ");
    }

    private static String sid(Session session) {
        return Jwt.parse(session.credentials().access()).claims().path("sid").asString("");
    }
}
