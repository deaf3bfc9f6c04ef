package dev.hauberk.testkit.attack.session;

import dev.hauberk.policy.SessionPolicy;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;

/** Tries sessions that were open when the password changed. */
final class PasswordChangeAttacks {
    private static final String BREAKS = "sessions.end-on";

    @Attack(value = "SESS-2", tries = "sessions of before a password change", breaks = BREAKS)
    void sessionsOfBefore(Attacker attacker) {
        if (!attacker.policy().sessions().endOn().contains(SessionPolicy.EndOn.PASSWORD_CHANGE)) {
            throw Attacker.notTried("the policy does not ask for it");
        }
        User user = attacker.newUser();
        List<Session> others = new ArrayList<>();
        for (int i = 1; i < attacker.policy().sessions().perUser(); i++) {
            Session other = attacker.signIn(user);
            other.csrf();
            others.add(other);
        }
        Session session = attacker.signIn(user);
        String next = "Aa1!" + Attacker.canary();
        attacker.mustAnswer(204, session.send(attacker.wire().password(user.password(), next)));
        for (Session other : others) {
            attacker.mustAnswer(401, other.send(attacker.wire().me()));
            attacker.mustAnswer(401, other.refresh());
        }
        Exchange own = session.send(attacker.wire().me());
        attacker.must(own.status() == 200, "the session that changed it goes on", own);
        Exchange old = attacker.stranger().trySignIn(user.email(), user.password());
        attacker.must(old.status() == 401, "the old password is wrong", old);
        Exchange right = attacker.stranger().trySignIn(user.email(), next);
        attacker.must(right.status() == 200, "the new password is right", right);
    }

    @Attack(value = "SESS-2", tries = "changing a password without knowing it", breaks = BREAKS)
    void withoutKnowingIt(Attacker attacker) {
        User user = attacker.newUser();
        Session session = attacker.signIn(user);
        String next = "Aa1!" + Attacker.canary();
        Exchange change = session.send(attacker.wire().password("Wrong-Horse-7-Battery", next));
        attacker.must(change.status() >= 400 && change.status() < 500, "it is refused", change);
        Exchange stolen = attacker.stranger().trySignIn(user.email(), next);
        attacker.must(stolen.status() == 401, "the password is as it was", stolen);
    }
}
