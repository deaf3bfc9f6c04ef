package dev.hauberk.identity.signin;

import static dev.hauberk.identity.Bench.HERE;

import dev.hauberk.Caller;
import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.CheapHasher;
import dev.hauberk.identity.session.SessionStore;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.signin.SignIn.Outcome;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Guessing passwords, by every way there is. */
abstract class Guessing {
    static final String RIGHT = "Right-1!";

    Bench bench = Bench.plain();
    final CheapHasher hasher = new CheapHasher();
    Attempts attempts;
    Lockouts lockouts;
    SignIn signIn;
    PasswordChange change;
    Caller bob;

    Guessing() {
        wire();
    }

    final void wire() {
        attempts = Attempts.inMemory(bench.policy.signIn().attempts(), bench.clock);
        lockouts = Lockouts.inMemory(bench.policy.signIn().lockout(), bench.clock);
        Sessions sessions =
                Sessions.of(bench.ground, SessionStore.inMemory(), bench.accounts, bench.tokens, bench.grants);
        PasswordRules rules = PasswordRules.of(bench.policy.passwords());
        bob = Bench.caller(bench.add("bob", "bob@x.com", "user"));
        signIn = SignIn.of(bench.ground, bench.accounts, hasher, attempts, lockouts);
        change = PasswordChange.of(bench.ground, bench.accounts, hasher, rules, attempts, lockouts, sessions);
    }

    final List<Outcome> tries(String name, int count) {
        return Collections.nCopies(count, name).stream()
                .map(each -> signIn.signIn(each, "Wrong-1!", HERE))
                .toList();
    }

    /** Fails ten times in a row, as fast as the attempts allow. Half of the thirty minutes are then over. */
    final void lock(String... names) {
        for (int round = 0; round < 2; round++) {
            for (String name : names) {
                tries(name, 5);
            }
            bench.clock.advance(Duration.ofMinutes(15));
        }
    }
}
