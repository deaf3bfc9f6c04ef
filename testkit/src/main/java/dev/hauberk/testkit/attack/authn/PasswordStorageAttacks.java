package dev.hauberk.testkit.attack.authn;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.LogView;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.User;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;

/** Tries what bcrypt does by itself to a password, and looks for passwords where none may be. */
final class PasswordStorageAttacks {
    @Attack(value = "AUTHN-2", tries = "a password that is equal in its first 72 bytes", breaks = "passwords.hash")
    void equalInTheFirst72Bytes(Attacker attacker) {
        String start = "Aa1!" + "x".repeat(68);
        mustDiffer(attacker, start + "left", start + "right");
    }

    @Attack(value = "AUTHN-2", tries = "a password that is equal up to a NUL", breaks = "passwords.hash")
    void equalUpToANul(Attacker attacker) {
        mustDiffer(attacker, "Aa1!aaaa\0left", "Aa1!aaaa\0right");
    }

    @Attack(value = "AUTHN-2", tries = "finding a password in the log or the audit trail", breaks = "logs.redact")
    void findingAPasswordInTheLog(Attacker attacker) {
        LogView log = LogView.of(attacker);
        User user = attacker.newUser();
        String next = "Aa1!" + Attacker.canary();
        String guess = "Aa1!" + Attacker.canary();
        Session session = attacker.signIn(user);
        attacker.mustAnswer(204, session.send(attacker.wire().password(user.password(), next)));
        attacker.mustAnswer(401, attacker.stranger().trySignIn(user.email(), guess));
        List<String> seen = new ArrayList<>(log.lines());
        attacker.must(
                seen.stream().anyMatch(line -> line.contains(attacker.wire().auth("/sign-in"))),
                "the sign-ins are in the log",
                "no line names them");
        attacker.target().auditRecords().ifPresent(records -> seen.addAll(records.get()));
        for (String password : List.of(user.password(), next, guess)) {
            attacker.must(
                    seen.stream().noneMatch(line -> line.contains(password)),
                    "no line holds a password",
                    "a line does; it is not repeated here");
        }
    }

    private static void mustDiffer(Attacker attacker, String password, String other) {
        Session session = attacker.signIn();
        User user = session.user();
        Exchange change = session.send(attacker.wire().password(user.password(), password));
        attacker.mustAnswer(204, change);
        Exchange right = attacker.stranger().trySignIn(user.email(), password);
        attacker.must(right.status() == 200, "the password itself is right", right);
        Exchange wrong = attacker.stranger().trySignIn(user.email(), other);
        attacker.must(wrong.status() == 401, "the other password is wrong", wrong);
    }
}
