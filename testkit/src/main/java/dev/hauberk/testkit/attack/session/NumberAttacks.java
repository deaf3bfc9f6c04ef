package dev.hauberk.testkit.attack.session;

import dev.hauberk.policy.SessionPolicy.WhenFull;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Race;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Client;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Tries to have more sessions than the policy allows. */
final class NumberAttacks {
    private static final String BREAKS = "sessions.per-user";
    private static final int ROUNDS = 5;
    private static final int ALL_ROUNDS = 200;

    @Attack(value = "SESS-4", tries = "one sign-in more than there may be, all at once", breaks = BREAKS)
    void allAtOnce(Attacker attacker) throws Exception {
        int most = attacker.policy().sessions().perUser();
        for (int round = 0; round < (attacker.triesAll() ? ALL_ROUNDS : ROUNDS); round++) {
            User user = attacker.newUser();
            mustBe(attacker, race(attacker, user, most + 1), most);
        }
    }

    @Attack(
            value = "SESS-4",
            tries = "as many sign-ins at once where there are as many sessions already",
            breaks = BREAKS)
    void onTopOfThoseThereAre(Attacker attacker) throws Exception {
        int most = attacker.policy().sessions().perUser();
        User user = attacker.newUser();
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            sessions.add(attacker.signIn(user));
        }
        sessions.addAll(race(attacker, user, most + 1));
        mustBe(attacker, sessions, most);
    }

    @Attack(value = "SESS-4", tries = "other spellings of the address, to have twice as many", breaks = BREAKS)
    void otherSpellings(Attacker attacker) {
        int most = attacker.policy().sessions().perUser();
        User user = attacker.newUser();
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 2 * most; i++) {
            String email = i % 2 == 0 ? user.email() : user.email().toUpperCase(Locale.ROOT);
            attacker.stranger().signIn(user.withEmail(email)).ifPresent(sessions::add);
        }
        boolean oldestGives = attacker.policy().sessions().whenFull() == WhenFull.END_OLDEST;
        int opened = oldestGives ? 2 * most : most;
        attacker.must(sessions.size() == opened, opened + " sign-ins succeed", sessions.size() + " did");
        mustBe(attacker, sessions, most);
    }

    @Attack(
            value = "SESS-4",
            tries = "one sign-in too many: what the policy says gives way",
            breaks = "sessions.when-full")
    void oneTooMany(Attacker attacker) {
        int most = attacker.policy().sessions().perUser();
        User user = attacker.newUser();
        Session first = attacker.signIn(user);
        for (int i = 1; i < most; i++) {
            attacker.signIn(user);
        }
        Exchange last = attacker.stranger().trySignIn(user.email(), user.password());
        boolean oldestEnds = attacker.policy().sessions().whenFull() == WhenFull.END_OLDEST;
        attacker.must(
                last.succeeded() == oldestEnds, oldestEnds ? "the newest is let in" : "the newest is refused", last);
        Exchange me = first.send(attacker.wire().me());
        attacker.must(
                (me.status() == 401) == oldestEnds, oldestEnds ? "the oldest has ended" : "the oldest goes on", me);
    }

    private static List<Session> race(Attacker attacker, User user, int count) throws Exception {
        List<Callable<Optional<Session>>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Client stranger = attacker.stranger();
            tasks.add(() -> stranger.signIn(user));
        }
        return Race.of(tasks).stream().flatMap(Optional::stream).toList();
    }

    private static void mustBe(Attacker attacker, List<Session> sessions, int expected) {
        long alive = sessions.stream().filter(Session::isAlive).count();
        attacker.must(
                alive == expected,
                "exactly " + expected + " sessions are alive",
                alive + " of " + sessions.size() + " are");
    }
}
