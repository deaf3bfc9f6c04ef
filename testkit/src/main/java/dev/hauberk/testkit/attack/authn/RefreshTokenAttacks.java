package dev.hauberk.testkit.attack.authn;

import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Race;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.http.Request;
import dev.hauberk.testkit.wire.Credentials;
import dev.hauberk.testkit.wire.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Tries to use a refresh token more than once, and one kind of token as the other. */
final class RefreshTokenAttacks {
    private static final String BREAKS = "tokens.refresh";

    @Attack(value = "AUTHN-7", tries = "one refresh token in fifty threads: one success", breaks = BREAKS)
    void oneTokenInFiftyThreads(Attacker attacker) throws Exception {
        Session session = attacker.signIn();
        session.csrf();
        List<Callable<Exchange>> tasks = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Session thread = session.copy();
            tasks.add(thread::refresh);
        }
        List<Exchange> answers = Race.of(tasks);
        long won = answers.stream().filter(Exchange::succeeded).count();
        attacker.must(won == 1, "exactly one use succeeds", won + " did");
        answers.stream()
                .filter(answer -> !answer.succeeded())
                .forEach(answer -> attacker.must(answer.status() == 401, "every other use is refused", answer));
    }

    @Attack(value = "AUTHN-7", tries = "a refresh token that was used: its whole family ends", breaks = BREAKS)
    void aTokenThatWasUsed(Attacker attacker) {
        if (!attacker.policy().tokens().grace().isZero()) {
            throw Attacker.notTried("the policy gives a used token a grace");
        }
        Session owner = attacker.signIn();
        owner.csrf();
        Session thief = owner.copy();
        attacker.mustAnswer(200, owner.refresh());
        attacker.must(owner.isAlive(), "a refreshed session goes on", "it does not");
        Exchange replay = thief.refresh();
        attacker.must(replay.status() == 401, "a used token is refused", replay);
        attacker.must(!owner.isAlive(), "the access token of the family ends with it", "it is still good");
        Exchange next = owner.refresh();
        attacker.must(next.status() == 401, "the newest token of the family ends with it", next);
    }

    @Attack(value = "AUTHN-7", tries = "an access token as a refresh token", breaks = BREAKS)
    void accessAsRefresh(Attacker attacker) {
        Session session = attacker.signIn();
        Credentials held = session.credentials();
        Exchange answer;
        if (attacker.wire().byCookie()) {
            String cookies = cookie(held.refreshCookie().orElse("none"), held.access());
            answer = attacker.stranger()
                    .send(attacker.wire().refresh("").with("Cookie", cookies).with("Sec-Fetch-Site", "same-origin"));
        } else {
            answer = attacker.stranger().send(attacker.wire().refresh(held.access()));
        }
        attacker.must(answer.status() == 401, "an access token refreshes nothing", answer);
    }

    @Attack(value = "AUTHN-7", tries = "a refresh token as an access token", breaks = BREAKS)
    void refreshAsAccess(Attacker attacker) {
        Credentials held = attacker.signIn().credentials();
        Request me = attacker.wire().me();
        List<Request> tries = new ArrayList<>(List.of(me.with("Authorization", "Bearer " + held.refresh())));
        held.accessCookie().ifPresent(name -> tries.add(me.with("Cookie", cookie(name, held.refresh()))));
        for (Request request : tries) {
            Exchange answer = attacker.stranger().send(request);
            attacker.must(answer.status() == 401, "a refresh token authenticates nobody", answer);
        }
    }

    @Attack(value = "AUTHN-7", tries = "refresh tokens that were never issued", breaks = BREAKS)
    void tokensThatWereNeverIssued(Attacker attacker) {
        Credentials held = attacker.signIn().credentials();
        for (String forged :
                List.of("", "x", "null", held.refresh() + "x", held.refresh().substring(1), "A".repeat(3_000))) {
            Exchange answer = attacker.stranger().send(refreshing(attacker, held, forged));
            boolean refused = answer.status() == 401 || answer.status() == 400 && forged.isEmpty();
            attacker.must(refused, "it is refused", answer);
        }
    }

    private static Request refreshing(Attacker attacker, Credentials held, String token) {
        Request request = attacker.wire().refresh(token);
        return held.refreshCookie()
                .map(name -> request.with("Cookie", cookie(name, token)).with("Sec-Fetch-Site", "same-origin"))
                .orElse(request);
    }

    private static String cookie(String name, String value) {
        return name + "=" + value;
    }
}
