package dev.hauberk.identity.signin;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.SignInName;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.util.Optional;

/** Looks the account up, looks at the password, writes down what came of it, and answers. */
final class PasswordSignIn implements SignIn {
    private final Ground ground;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final Lockouts lockouts;
    private final Guesses guesses;
    private final SignInLog log;

    PasswordSignIn(Ground ground, Accounts accounts, PasswordHasher hasher, Attempts attempts, Lockouts lockouts) {
        this.ground = ground;
        this.accounts = accounts;
        this.hasher = hasher;
        this.lockouts = lockouts;
        this.guesses = new Guesses(ground, hasher, attempts, lockouts);
        this.log = new SignInLog(ground);
    }

    @Override
    public Outcome signIn(String typed, CharSequence password, ClientAddress from) {
        SignInName name = SignInName.of(typed);
        String key = name.pseudonym(ground.keys());
        // Before anything is counted: where the accounts do not answer, nobody tried.
        Optional<Account> account = accounts.bySignInName(name);
        Guess guess = guesses.look(key, account, password);
        if (guess instanceof Guess.Limited limited) {
            log.refused(limited.control(), limited.reason().code(), account, key, from);
            return new Outcome.Limited(limited.retryAfter());
        }
        if (guess instanceof Guess.Right right && account.isPresent()) {
            log.signedIn(account.get(), key, from);
            if (right.stale()) {
                rehash(account.get(), password);
            }
            return new Outcome.Known(account.get());
        }
        log.refused(Control.AUTHN_9, why(account), account, key, from);
        return new Outcome.Unknown();
    }

    /** For the record alone. */
    private static String why(Optional<Account> account) {
        if (account.isEmpty()) {
            return "unknown";
        }
        return account.get().active() ? "wrong" : "inactive";
    }

    /** The old form is as right as before: that it could not be replaced is no reason to refuse somebody. */
    private void rehash(Account account, CharSequence password) {
        try {
            String before = account.passwordHash().orElseThrow();
            boolean unused = accounts.rehash(account.id(), before, hasher.hash(password));
        } catch (RuntimeException e) {
            log.failed(Control.AUTHN_2, "not-rehashed", e);
        }
    }

    @Override
    public void unlock(Caller by, String name) {
        String key = SignInName.of(name).pseudonym(ground.keys());
        lockouts.unlock(key);
        log.unlocked(by, key);
    }
}
