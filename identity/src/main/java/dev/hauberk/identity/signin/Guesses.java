package dev.hauberk.identity.signin;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.crypto.password.Match;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Ground;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import dev.hauberk.ratelimit.Lockouts.State.Locked;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place where a password of a user is looked at, so that there is no second way to guess (AUTHN-3, AUTHN-4). Counts
 * by a pseudonym of the sign-in name, before it is known whether anybody has it.
 */
final class Guesses {
    private final Ground ground;
    private final PasswordHasher hasher;
    private final Attempts attempts;
    private final Lockouts lockouts;

    Guesses(Ground ground, PasswordHasher hasher, Attempts attempts, Lockouts lockouts) {
        this.ground = ground;
        this.hasher = hasher;
        this.attempts = attempts;
        this.lockouts = lockouts;
    }

    /**
     * Looks at a password, if there is an attempt left.
     *
     * @param key by what is counted
     * @param account whose the password should be
     */
    Guess look(String key, Optional<Account> account, CharSequence password) {
        Optional<Guess> locked = locked(() -> lockouts.state(key));
        if (locked.isPresent()) {
            return locked.get();
        }
        Optional<Attempts.Taken> taken = isOff(Control.AUTHN_3) ? Optional.empty() : Optional.of(attempts.take(key));
        Optional<Guess> limited = refusal(Control.AUTHN_3, Reason.LIMIT, taken.flatMap(Guesses::retryAfter));
        if (limited.isPresent()) {
            return limited.get();
        }
        return looked(key, taken, evaluated(key, taken, account, password));
    }

    /** Where the hasher is overloaded or broken, nobody learnt anything: it was no attempt. */
    private Match evaluated(
            String key, Optional<Attempts.Taken> taken, Optional<Account> account, CharSequence password) {
        try {
            return match(account, password);
        } catch (RuntimeException e) {
            giveBack(key, taken);
            throw e;
        }
    }

    private Guess looked(String key, Optional<Attempts.Taken> taken, Match match) {
        if (match == Match.NO) {
            failed(key);
            return new Guess.Wrong();
        }
        // Right, but others were wrong meanwhile: a lock is for the right password too.
        Optional<Guess> lockedMeanwhile = locked(() -> lockouts.succeeded(key));
        if (lockedMeanwhile.isEmpty()) {
            giveBack(key, taken);
        }
        return lockedMeanwhile.orElseGet(() -> new Guess.Right(match == Match.YES_BUT_REHASH));
    }

    private void giveBack(String key, Optional<Attempts.Taken> taken) {
        if (taken.isPresent() && taken.get() instanceof Attempts.Taken.Granted granted) {
            attempts.giveBack(key, granted);
        }
    }

    /** Costs the same whether or not there is somebody, who may sign in, and has a password. */
    private Match match(Optional<Account> account, CharSequence password) {
        Optional<String> hash = account.filter(Account::active).flatMap(Account::passwordHash);
        if (hash.isEmpty()) {
            hasher.verifyNothing(password);
            return Match.NO;
        }
        return hasher.verify(password, hash.get());
    }

    private Optional<Guess> locked(Supplier<Lockouts.State> state) {
        return isOff(Control.AUTHN_4)
                ? Optional.empty()
                : refusal(
                        Control.AUTHN_4,
                        Reason.LOCKED,
                        state.get() instanceof Locked locked ? Optional.of(locked.retryAfter()) : Optional.empty());
    }

    private static Optional<Duration> retryAfter(Attempts.Taken taken) {
        return taken instanceof Attempts.Taken.Refused refused ? Optional.of(refused.retryAfter()) : Optional.empty();
    }

    private void failed(String key) {
        if (!isOff(Control.AUTHN_4) && lockouts.failed(key) instanceof Locked locked && locked.justNow()) {
            publish(Control.AUTHN_4, Outcome.NOTICED, Reason.LOCKED.code());
        }
    }

    /** Refused, unless the control only watches. */
    private Optional<Guess> refusal(Control control, Reason reason, Optional<Duration> retryAfter) {
        if (retryAfter.isPresent() && ground.policy().mode(control) == Mode.SHADOW) {
            publish(control, Outcome.SHADOWED, reason.code());
            return Optional.empty();
        }
        return retryAfter.map(time -> new Guess.Limited(control, reason, time));
    }

    private boolean isOff(Control control) {
        return ground.policy().mode(control) == Mode.DISABLED;
    }

    private void publish(Control control, Outcome outcome, String reason) {
        ground.events().publish(new Event(ground.clock().instant(), control, outcome, reason, Map.of()));
    }
}
