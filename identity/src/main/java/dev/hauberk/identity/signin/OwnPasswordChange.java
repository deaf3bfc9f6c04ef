package dev.hauberk.identity.signin;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Credential;
import dev.hauberk.crypto.password.PasswordHasher;
import dev.hauberk.crypto.password.PasswordRule;
import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.crypto.password.Personal;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.Revoker;
import dev.hauberk.identity.session.End;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.policy.SessionPolicy.EndOn;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ends the other sessions, saves the password, and ends what was opened in between: in this order. */
final class OwnPasswordChange implements PasswordChange {
    private final Ground ground;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final Guesses guesses;
    private final SignInLog log;

    OwnPasswordChange(
            Ground ground,
            Accounts accounts,
            PasswordHasher hasher,
            PasswordRules rules,
            Attempts attempts,
            Lockouts lockouts,
            Sessions sessions) {
        this.ground = ground;
        this.accounts = accounts;
        this.hasher = hasher;
        this.rules = rules;
        this.sessions = sessions;
        this.guesses = new Guesses(ground, hasher, attempts, lockouts);
        this.log = new SignInLog(ground);
    }

    @Override
    public Outcome change(Caller caller, CharSequence current, CharSequence next) {
        if (!(caller.credential() instanceof Credential.Session session)) {
            throw new IllegalArgumentException("a password is changed by a caller who has a session");
        }
        Optional<Account> account = caller.user().flatMap(accounts::byId).filter(Account::active);
        if (account.isEmpty()) {
            return wrong(caller);
        }
        List<PasswordRule> broken = rules.broken(next, personal(account.get()));
        if (!broken.isEmpty()) {
            return new Outcome.Broken(broken);
        }
        String key = account.get().name().pseudonym(ground.keys());
        Guess guess = guesses.look(key, account, current);
        if (guess instanceof Guess.Limited limited) {
            log.passwordKept(caller, limited.control(), limited.reason().code());
            return new Outcome.Limited(limited.retryAfter());
        }
        return guess instanceof Guess.Right ? save(caller, account.get(), session.id(), next) : wrong(caller);
    }

    private Personal personal(Account account) {
        List<String> known = new ArrayList<>();
        known.add(account.name().text());
        known.add(account.tenant().id());
        known.addAll(accounts.personal(account));
        return Personal.of(known);
    }

    /** Where the password was replaced since it was shown to be known, whoever knew it may not replace the new one. */
    private Outcome save(Caller caller, Account account, String session, CharSequence next) {
        String user = account.id();
        String hash = hasher.hash(next);
        endOthers(user, session);
        if (!accounts.savePassword(user, account.version(), hash, log.passwordChange(caller))) {
            return wrong(caller);
        }
        follow(user, session);
        log.passwordChanged(user);
        return new Outcome.Changed();
    }

    /** Whoever signed in with the old password while it was replaced. What fails here ends when it is next used. */
    private void follow(String user, String session) {
        try {
            sessions.keep(user, session);
            sessions.changed(user, Revoker.Change.PASSWORD);
            endOthers(user, session);
        } catch (RuntimeException e) {
            log.failed(Control.SESS_2, "sessions-not-ended", e);
        }
    }

    private void endOthers(String user, String session) {
        if (ground.policy().sessions().endOn().contains(EndOn.PASSWORD_CHANGE)) {
            int unused = sessions.endOthers(user, session, End.Cause.PASSWORD_CHANGED);
        }
    }

    private Outcome wrong(Caller caller) {
        log.passwordKept(caller, Control.AUTHN_9, "wrong");
        return new Outcome.Wrong();
    }
}
