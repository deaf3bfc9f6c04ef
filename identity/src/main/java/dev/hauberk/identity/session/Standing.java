package dev.hauberk.identity.session;

import dev.hauberk.identity.Account;
import dev.hauberk.policy.SessionPolicy.EndOn;
import dev.hauberk.rbac.grant.RoleGrants;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Holds a live session against its account: whether it still stands (SESS-2, SESS-3, RBAC-8). This is what ends sessions
 * whoever changed the account, our own calls or somebody's SQL.
 */
final class Standing {
    private final SessionStore store;
    private final AccountCache accounts;
    private final RoleGrants grants;
    private final SessionRules rules;
    private final SessionLog log;
    private final InstantSource clock;

    Standing(
            SessionStore store,
            AccountCache accounts,
            RoleGrants grants,
            SessionRules rules,
            SessionLog log,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.grants = grants;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** The session's account as it is now; empty where the session does not stand, and was ended. */
    Optional<Account> of(Session session) {
        Optional<Account> recent = accounts.recent(session.user());
        if (recent.filter(account -> isAsSeen(session, account)).isPresent()) {
            return recent;
        }
        // A difference is acted upon only where it is there now: what was read a moment ago may be older than the
        // session.
        Optional<Account> now = accounts.now(session.user());
        Optional<End.Cause> cause =
                now.map(account -> cause(session, account)).orElse(Optional.of(End.Cause.ACCOUNT_GONE));
        if (cause.isPresent()) {
            store.end(session.user(), session.id(), new End(clock.instant(), cause.get()))
                    .ifPresent(log::ended);
            return Optional.empty();
        }
        now.ifPresent(account -> store.see(session.id(), session.seen(), Seen.of(account)));
        return now;
    }

    private static boolean isAsSeen(Session session, Account account) {
        return account.active() && session.seen().equals(Seen.of(account));
    }

    /** Why a session ends of which the account is not as it was; empty where it goes on. */
    private Optional<End.Cause> cause(Session session, Account account) {
        if (!account.active()) {
            return Optional.of(End.Cause.ACCOUNT_GONE);
        }
        Seen seen = session.seen();
        if (seen.equals(Seen.of(account))) {
            return Optional.empty();
        }
        if (seen.roles().equals(account.roles())) {
            // Neither the roles nor whether it is active: what is left that changes a version is the password.
            return when(EndOn.PASSWORD_CHANGE, End.Cause.PASSWORD_CHANGED);
        }
        return grants.isDowngrade(seen.roles(), account.roles())
                ? when(EndOn.DOWNGRADE, End.Cause.DOWNGRADED)
                : Optional.empty();
    }

    private Optional<End.Cause> when(EndOn what, End.Cause cause) {
        return rules.endsOn(what) ? Optional.of(cause) : Optional.empty();
    }
}
