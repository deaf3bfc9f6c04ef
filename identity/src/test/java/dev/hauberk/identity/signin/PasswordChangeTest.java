package dev.hauberk.identity.signin;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Credential;
import dev.hauberk.UnavailableException;
import dev.hauberk.audit.AuditException;
import dev.hauberk.crypto.password.PasswordRule;
import dev.hauberk.crypto.password.PasswordRules;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.CheapHasher;
import dev.hauberk.identity.InMemoryAccounts;
import dev.hauberk.identity.session.Authenticated;
import dev.hauberk.identity.session.FailingStore;
import dev.hauberk.identity.session.Opened;
import dev.hauberk.identity.session.Refreshed;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.session.Tokens;
import dev.hauberk.identity.signin.PasswordChange.Outcome;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SESS-2")
class PasswordChangeTest {
    private static final String RIGHT = "Right-1!";
    private static final String NEXT = "Better-Than-1!";

    private Bench bench = Bench.plain();
    private FailingStore store;
    private Sessions sessions;
    private SignIn signIn;
    private PasswordChange change;

    PasswordChangeTest() {
        wire(bench.accounts, UnaryOperator.identity());
        bench.add("bob", "bob@x.com", "user");
    }

    @Test
    void endsEveryOtherSessionAndGoesOnWithItsOwn() {
        List<Tokens> others = open(4);
        Tokens own = open(1).get(0);

        assertThat(change.change(caller(own), RIGHT, NEXT)).isEqualTo(new Outcome.Changed());

        assertThat(others).noneMatch(this::isAlive);
        assertThat(others).allMatch(tokens -> sessions.refresh(tokens.refresh()) instanceof Refreshed.Refused);
        assertThat(isAlive(own)).isTrue();
        assertThat(sessions.refresh(own.refresh())).isInstanceOf(Refreshed.Fresh.class);
        assertThat(signIn.signIn("bob@x.com", NEXT, HERE)).isInstanceOf(SignIn.Outcome.Known.class);
        assertThat(signIn.signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(SignIn.Outcome.Unknown.class);
    }

    @Test
    void writesItDownWithTheChangeAndSaysSo() {
        change.change(caller(open(1).get(0)), RIGHT, NEXT);

        assertThat(bench.audit.records())
                .filteredOn(record -> record.action().equals("password-change"))
                .singleElement()
                .satisfies(record -> assertThat(record.actor()).contains("bob"))
                .satisfies(record ->
                        assertThat(record.toString()).doesNotContain(NEXT).doesNotContain(RIGHT));
        assertThat(bench.said(Control.SESS_2)).containsExactly("GRANTED password-changed");
    }

    @Test
    void changesNothingForAWrongPassword() {
        List<Tokens> all = open(3);

        assertThat(change.change(caller(all.get(0)), "Wrong-1!", NEXT)).isEqualTo(new Outcome.Wrong());

        assertThat(all).allMatch(this::isAlive);
        assertThat(hash()).contains(CheapHasher.form(RIGHT));
    }

    @Test
    @Tag("AUTHN-1")
    void namesTheRulesThatTheNewOneBreaksAndTakesNoAttempt() {
        Caller bob = caller(open(1).get(0));
        for (int i = 0; i < 10; i++) {
            assertThat(change.change(bob, RIGHT, "short"))
                    .isEqualTo(new Outcome.Broken(List.of(
                            PasswordRule.TOO_SHORT,
                            PasswordRule.UPPER_CASE,
                            PasswordRule.DIGIT,
                            PasswordRule.SPECIAL)));
        }

        assertThat(change.change(bob, RIGHT, NEXT)).isEqualTo(new Outcome.Changed());
    }

    @Test
    @Tag("AUTHN-1")
    void refusesWhatIsBuiltOnTheNameTheTenantOrWhatTheApplicationKnows() {
        wire(bench.accounts, accounts -> new Watched(accounts, () -> {}, List.of("Gwendolyn Vyxhollow")));
        bench.add("mwk", "mwk.tolbert@vyx.example", "user");
        Account account = bench.accounts.byId("mwk").orElseThrow();
        Tokens tokens = ((Opened.Open) sessions.open(account, "phone")).tokens();

        for (String built : List.of("Mwk.Tolbert1!A", "A" + Bench.ACME.id().substring(1) + "acme1!", "Vyxhollow1!A")) {
            assertThat(change.change(caller(tokens), RIGHT, built))
                    .as(built)
                    .isEqualTo(new Outcome.Broken(List.of(PasswordRule.PERSONAL)));
        }
    }

    @Test
    void takesNoCallerWithoutASession() {
        Account bob = bench.accounts.byId("bob").orElseThrow();
        Caller byKey = new Caller(
                Optional.of("bob"),
                Optional.of(bob.tenant()),
                bob.roles(),
                Map.of(),
                new Credential.ApiKey("key"),
                HERE);

        assertThatThrownBy(() -> change.change(byKey, RIGHT, NEXT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> change.change(Caller.anonymous(HERE), RIGHT, NEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @Tag("RBAC-8")
    void changesNothingForSomebodyWhoWasTerminated() {
        Caller bob = caller(open(1).get(0));
        bench.accounts.terminate("bob", bench.record("termination"));

        assertThat(change.change(bob, RIGHT, NEXT)).isEqualTo(new Outcome.Wrong());
        assertThat(hash()).isEmpty();
    }

    @Test
    void leavesNoOldSessionWithANewPasswordWhereverTheStoreFails() {
        for (int calls = 0; calls < 12; calls++) {
            bench = Bench.plain();
            wire(bench.accounts, UnaryOperator.identity());
            bench.add("bob", "bob@x.com", "user");
            List<Tokens> others = open(4);
            Caller bob = caller(open(1).get(0));
            store.failAfter(calls);

            boolean threw = false;
            try {
                change.change(bob, RIGHT, NEXT);
            } catch (UnavailableException e) {
                threw = true;
            }

            store.heal();
            boolean changed = !hash().equals(Optional.of(CheapHasher.form(RIGHT)));
            assertThat(changed).as("after %d calls", calls).isNotEqualTo(threw);
            if (changed) {
                assertThat(others).as("after %d calls", calls).noneMatch(this::isAlive);
            }
        }
    }

    @Test
    void endsTheOthersOrNothingWhereTheAccountsFail() {
        InMemoryAccounts deaf = new InMemoryAccounts(record -> {
            if (record.action().equals("password-change")) {
                throw new AuditException("the trail is broken", new IllegalStateException());
            }
        });
        deaf.add(Bench.account("bob", Bench.ACME, "bob@x.com", Set.of("user")), bench.record("add"));
        wire(deaf, UnaryOperator.identity());
        Tokens own = ((Opened.Open) sessions.open(deaf.byId("bob").orElseThrow(), "phone")).tokens();

        assertThatThrownBy(() -> change.change(caller(own), RIGHT, NEXT)).isInstanceOf(AuditException.class);

        assertThat(deaf.byId("bob").orElseThrow().passwordHash()).contains(CheapHasher.form(RIGHT));
        assertThat(isAlive(own)).isTrue();
    }

    @Test
    void replacesNoPasswordThatTookThePlaceOfTheOneThatWasKnown() {
        wire(
                bench.accounts,
                all -> new Watched(all, () -> {
                    Account now = all.byId("bob").orElseThrow();
                    all.savePassword(
                            "bob", now.version(), CheapHasher.form("The-Owners-1!"), bench.record("password-change"));
                }));
        Tokens thief = open(1).get(0);

        assertThat(change.change(caller(thief), RIGHT, NEXT)).isEqualTo(new Outcome.Wrong());

        assertThat(hash()).contains(CheapHasher.form("The-Owners-1!"));
        bench.clock.advance(Duration.ofSeconds(2));
        assertThat(isAlive(thief)).isFalse();
    }

    @Test
    void endsASessionThatWasOpenedWhileThePasswordWasReplaced() {
        List<Tokens> late = new ArrayList<>();
        wire(bench.accounts, accounts -> new Watched(accounts, () -> late.addAll(open(1))));
        Tokens own = open(1).get(0);

        assertThat(change.change(caller(own), RIGHT, NEXT)).isEqualTo(new Outcome.Changed());

        assertThat(late).hasSize(1).noneMatch(this::isAlive);
        assertThat(sessions.of("bob")).hasSize(1);
        assertThat(isAlive(own)).isTrue();
    }

    @Test
    void endsNoSessionWhereThePolicySaysSo() {
        bench = Bench.with("""
                sessions: {end-on: [downgrade]}
                accept: [{control: SESS-2, why: a test, by: a test, until: 2099-01-01}]
                """);
        wire(bench.accounts, UnaryOperator.identity());
        bench.add("bob", "bob@x.com", "user");
        List<Tokens> all = open(3);

        assertThat(change.change(caller(all.get(0)), RIGHT, NEXT)).isEqualTo(new Outcome.Changed());

        assertThat(all).allMatch(this::isAlive);
    }

    private void wire(Accounts accounts, UnaryOperator<Accounts> seenByTheChange) {
        store = new FailingStore();
        sessions = Sessions.of(bench.ground, store.asStore(), accounts, bench.tokens, bench.grants);
        Attempts attempts = Attempts.inMemory(bench.policy.signIn().attempts(), bench.clock);
        Lockouts lockouts = Lockouts.inMemory(bench.policy.signIn().lockout(), bench.clock);
        CheapHasher hasher = new CheapHasher();
        signIn = SignIn.of(bench.ground, accounts, hasher, attempts, lockouts);
        change = PasswordChange.of(
                bench.ground,
                seenByTheChange.apply(accounts),
                hasher,
                PasswordRules.of(bench.policy.passwords()),
                attempts,
                lockouts,
                sessions);
    }

    private List<Tokens> open(int count) {
        List<Tokens> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Account bob = bench.accounts.byId("bob").orElseThrow();
            opened.add(((Opened.Open) sessions.open(bob, "phone")).tokens());
        }
        return opened;
    }

    private Caller caller(Tokens tokens) {
        return ((Authenticated.Known) sessions.authenticate(tokens.access(), HERE)).caller();
    }

    private boolean isAlive(Tokens tokens) {
        return sessions.authenticate(tokens.access(), HERE) instanceof Authenticated.Known;
    }

    private Optional<String> hash() {
        return bench.accounts.byId("bob").orElseThrow().passwordHash();
    }
}
