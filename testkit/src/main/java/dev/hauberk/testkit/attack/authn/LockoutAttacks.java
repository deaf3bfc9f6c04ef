package dev.hauberk.testkit.attack.authn;

import dev.hauberk.policy.SignInPolicy;
import dev.hauberk.testkit.attack.Attack;
import dev.hauberk.testkit.attack.Attacker;
import dev.hauberk.testkit.attack.Looks;
import dev.hauberk.testkit.http.Exchange;
import dev.hauberk.testkit.target.MovableClock;
import dev.hauberk.testkit.target.User;
import java.time.Duration;

/** Tries a locked account, and to learn which accounts there are. */
final class LockoutAttacks {
    private static final String WRONG = "Wrong-Horse-7-Battery";
    private static final String BREAKS = "sign-in.lockout";

    @Attack(value = "AUTHN-4", tries = "the right password at a locked account", breaks = BREAKS, onLimits = true)
    void theRightPasswordAtALockedAccount(Attacker attacker) {
        SignInPolicy policy = attacker.policy().signIn();
        MovableClock clock =
                attacker.target().clock().orElseThrow(() -> Attacker.notTried("the target's clock cannot be moved"));
        User user = attacker.newUser();
        Exchange throttled = lock(attacker, clock, user);
        clock.advance(policy.attempts().per().plusSeconds(1));
        if (policy.lockout().time().compareTo(policy.attempts().per().plusSeconds(1)) > 0) {
            Exchange locked = attacker.stranger().trySignIn(user.email(), user.password());
            attacker.must(locked.status() == 429, "a locked account refuses the right password", locked);
            attacker.must(
                    Looks.of(locked.response()).equals(Looks.of(throttled.response())),
                    "locked and throttled look the same: " + throttled.response(),
                    locked);
        }
        clock.advance(policy.lockout().time());
        Exchange later = attacker.stranger().trySignIn(user.email(), user.password());
        attacker.must(
                later.status() == 200, "the lock ends after " + policy.lockout().time(), later);
    }

    @Attack(value = "AUTHN-4", tries = "telling unknown, wrong and disabled apart", breaks = BREAKS)
    void tellingUnknownWrongAndDisabledApart(Attacker attacker) {
        Exchange wrong = attacker.stranger().trySignIn(attacker.newUser().email(), WRONG);
        attacker.mustAnswer(401, wrong);
        Exchange unknown = attacker.stranger().trySignIn(Attacker.canary() + "@nobody.example", WRONG);
        mustLookAlike(attacker, wrong, unknown);
        attacker.target().disabling().ifPresent(disable -> {
            User disabled = attacker.newUser();
            disable.accept(disabled);
            mustLookAlike(attacker, wrong, attacker.stranger().trySignIn(disabled.email(), disabled.password()));
        });
    }

    @Attack(
            value = "AUTHN-4",
            tries = "telling throttled accounts that exist from such that do not",
            breaks = BREAKS,
            onLimits = true)
    void tellingThrottledApart(Attacker attacker) {
        mustLookAlike(
                attacker,
                throttle(attacker, attacker.newUser().email()),
                throttle(attacker, Attacker.canary() + "@nobody.example"));
    }

    private static void mustLookAlike(Attacker attacker, Exchange one, Exchange other) {
        attacker.must(
                Looks.withHeaders(one.response()).equals(Looks.withHeaders(other.response())),
                "the same status, headers and body as " + Looks.withHeaders(one.response()),
                other);
    }

    private static Exchange throttle(Attacker attacker, String email) {
        for (long i = 0; i < attacker.policy().signIn().attempts().count(); i++) {
            attacker.stranger().trySignIn(email, WRONG);
        }
        Exchange throttled = attacker.stranger().trySignIn(email, WRONG);
        attacker.mustAnswer(429, throttled);
        return throttled;
    }

    /** Fails often enough to be locked, as slowly as attempts ask for. Answers how a throttled account looks. */
    private static Exchange lock(Attacker attacker, MovableClock clock, User user) {
        SignInPolicy policy = attacker.policy().signIn();
        long failures = 0;
        long since = 0;
        while (failures < policy.lockout().after().count()) {
            if (since == policy.attempts().count()) {
                clock.advance(policy.attempts().per().plus(Duration.ofSeconds(1)));
                since = 0;
            }
            attacker.stranger().trySignIn(user.email(), WRONG);
            failures++;
            since++;
        }
        return throttle(attacker, Attacker.canary() + "@nobody.example");
    }
}
