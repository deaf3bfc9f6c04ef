package dev.hauberk.identity.session;

import dev.hauberk.Caller;
import dev.hauberk.ClientAddress;
import dev.hauberk.Control;
import dev.hauberk.Credential;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.token.AccessClaims;
import dev.hauberk.crypto.token.AccessTokens;
import dev.hauberk.crypto.token.Check;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Ground;
import dev.hauberk.policy.SessionPolicy.EndOn;
import dev.hauberk.rbac.grant.RoleGrants;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sessions in a {@link SessionStore}. */
final class HeldSessions implements Sessions {
    private final SessionStore store;
    private final AccountCache accounts;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final SessionRules rules;
    private final SessionLog log;
    private final Standing standing;
    private final InstantSource clock;
    private final SecureRandom random;

    HeldSessions(Ground ground, SessionStore store, Accounts accounts, AccessTokens tokens, RoleGrants grants) {
        this.store = store;
        this.accounts = new AccountCache(accounts, ground.policy().tokens().fresh(), ground.clock());
        this.accessTokens = tokens;
        this.refreshTokens = new RefreshTokens(ground.keys(), ground.random());
        this.rules = new SessionRules(ground.policy());
        this.log = new SessionLog(ground);
        this.standing = new Standing(store, this.accounts, grants, rules, log, ground.clock());
        this.clock = ground.clock();
        this.random = ground.random();
    }

    @Override
    public Opened open(Account account, String device) {
        return closed(() -> {
            Instant now = clock.instant();
            String id = newId();
            RefreshTokens.Token token = refreshTokens.make(id, 0);
            Session session = new Session(
                    id,
                    account.id(),
                    Device.printable(device),
                    now,
                    now,
                    rules.expiry(now, now),
                    Map.of("password", now),
                    Seen.of(account),
                    Family.first(token.hash(), now),
                    Optional.empty());
            countShadowed(account.id(), now);
            Opening opening = store.open(session, rules.most(), rules.whenFull());
            if (opening instanceof Opening.Done done) {
                log.ended(done.ended());
                log.opened(session, account.tenant().id());
                return new Opened.Open(tokens(session, token));
            }
            log.full(account.id());
            return new Opened.Full();
        });
    }

    @Override
    public Refreshed refresh(String refreshToken, String device) {
        return closed(() -> {
            Optional<RefreshTokens.Token> shown = refreshTokens.read(refreshToken);
            Optional<Session> session = shown.flatMap(token -> store.find(token.session()));
            return session.isEmpty()
                    ? refused(Refreshed.Reason.UNKNOWN)
                    : refresh(shown.orElseThrow(), session.get(), Device.printable(device));
        });
    }

    private Refreshed refresh(RefreshTokens.Token shown, Session session, String device) {
        Instant now = clock.instant();
        if (session.isAliveAt(now) && standing.of(session).isEmpty()) {
            return refused(Refreshed.Reason.EXPIRED);
        }
        RefreshTokens.Token next = refreshTokens.make(session.id(), shown.generation() + 1);
        Rotation rotation = store.rotate(new RefreshUse(
                session.id(),
                shown.generation(),
                shown.hash(),
                device,
                next.hash(),
                rules.grace().isZero() ? "" : refreshTokens.seal(next, shown),
                now,
                rules.expiry(session.openedAt(), now),
                rules.grace()));
        if (rotation instanceof Rotation.Rotated rotated) {
            log.refreshed(rotated.session());
            return new Refreshed.Fresh(tokens(rotated.session(), next));
        }
        if (rotation instanceof Rotation.Again again) {
            return refreshTokens
                    .open(again.session().refresh().sealed(), shown)
                    .<Refreshed>map(token -> new Refreshed.Fresh(tokens(again.session(), token)))
                    .orElseGet(() -> refused(Refreshed.Reason.UNKNOWN));
        }
        if (rotation instanceof Rotation.Replayed replayed) {
            log.replayed(replayed.session());
            if (replayed.endedNow()) {
                log.ended(replayed.session());
            }
            return new Refreshed.Refused(Refreshed.Reason.REPLAYED);
        }
        return refused(rotation instanceof Rotation.Over ? Refreshed.Reason.EXPIRED : Refreshed.Reason.UNKNOWN);
    }

    @Override
    public Authenticated authenticate(String accessToken, ClientAddress from) {
        return closed(() -> {
            Check check = accessTokens.verify(accessToken);
            if (check instanceof Check.Invalid invalid) {
                return unknown(
                        Control.AUTHN_6, "token-" + invalid.reason().name().toLowerCase(Locale.ROOT));
            }
            AccessClaims claims = ((Check.Valid) check).claims();
            Instant now = clock.instant();
            Optional<Session> session = store.find(claims.session())
                    .filter(found -> found.user().equals(claims.subject()) && found.isAliveAt(now));
            if (session.isEmpty()) {
                return unknown(Control.SESS_6, "session-over");
            }
            Optional<Account> account = standing.of(session.get());
            if (account.isEmpty()) {
                return unknown(Control.SESS_6, "session-ended");
            }
            touch(session.get(), now);
            return new Authenticated.Known(caller(session.get(), account.get(), from));
        });
    }

    private void touch(Session session, Instant now) {
        if (rules.isDue(session.usedAt(), now)) {
            store.touch(session.id(), now, rules.expiry(session.openedAt(), now));
        }
    }

    private static Caller caller(Session session, Account account, ClientAddress from) {
        return new Caller(
                Optional.of(account.id()),
                Optional.of(account.tenant()),
                account.roles(),
                session.factors(),
                new Credential.Session(session.id()),
                from);
    }

    @Override
    public List<SessionView> of(String user) {
        return closed(() -> store.of(user, clock.instant()).stream()
                .map(session -> new SessionView(session.id(), session.device(), session.openedAt(), session.usedAt()))
                .toList());
    }

    @Override
    public boolean end(String user, String handle) {
        return closed(() -> {
            Optional<Session> ended = store.end(user, handle, new End(clock.instant(), End.Cause.SIGN_OUT));
            ended.ifPresent(log::ended);
            return ended.isPresent();
        });
    }

    @Override
    public int endOthers(String user, String handle, End.Cause cause) {
        return endAll(user, Optional.of(handle), cause);
    }

    @Override
    public int endAll(String user, End.Cause cause) {
        return endAll(user, Optional.empty(), cause);
    }

    private int endAll(String user, Optional<String> but, End.Cause cause) {
        return closed(() -> {
            List<Session> ended = store.endAll(user, but, new End(clock.instant(), cause));
            log.ended(ended);
            return ended.size();
        });
    }

    @Override
    public void keep(String user, String handle) {
        boolean unused = closed(() -> {
            Optional<Session> session =
                    store.find(handle).filter(found -> found.user().equals(user));
            // With other roles it is for the next use to say whether the session stands.
            Optional<Account> account = accounts.now(user)
                    .filter(now -> session.isPresent()
                            && now.roles().equals(session.get().seen().roles()));
            return account.isPresent()
                    && store.see(handle, session.orElseThrow().seen(), Seen.of(account.get()));
        });
    }

    @Override
    public void changed(String user, Change change) {
        accounts.forget(user);
        int unused = switch (change) {
            case TERMINATION -> endAll(user, End.Cause.ACCOUNT_GONE);
            case DOWNGRADE -> rules.endsOn(EndOn.DOWNGRADE) ? endAll(user, End.Cause.DOWNGRADED) : 0;
            case PASSWORD, ROLES -> 0;
        };
    }

    @Override
    public int purge() {
        return closed(() -> store.purge(rules.kept(clock.instant())));
    }

    private Tokens tokens(Session session, RefreshTokens.Token refresh) {
        AccessTokens.Issued access = accessTokens.issue(session.user(), session.id());
        AccessClaims claims = access.claims();
        return new Tokens(
                session.id(), access.token(), refresh.text(), Duration.between(claims.issuedAt(), claims.expiresAt()));
    }

    private String newId() {
        byte[] id = new byte[RefreshTokens.ID_BYTES];
        random.nextBytes(id);
        return RefreshTokens.encode(id);
    }

    private void countShadowed(String user, Instant now) {
        if (rules.isShadowed() && store.of(user, now).size() >= rules.perUser()) {
            log.wouldBeFull(user);
        }
    }

    private Refreshed refused(Refreshed.Reason reason) {
        log.refused(reason);
        return new Refreshed.Refused(reason);
    }

    private Authenticated unknown(Control control, String reason) {
        log.unknown(control, reason);
        return new Authenticated.Unknown(reason);
    }

    /** Whatever fails, fails closed: nobody is anybody until the store answers again. */
    private <T> T closed(Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            log.failed(e);
            throw e instanceof UnavailableException
                    ? e
                    : new UnavailableException(
                            "sessions failed: " + e.getClass().getName());
        }
    }
}
