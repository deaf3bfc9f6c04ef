package dev.hauberk.identity.signin;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.audit.AuditException;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.CheapHasher;
import dev.hauberk.identity.Ground;
import dev.hauberk.identity.Race;
import dev.hauberk.identity.SignInName;
import dev.hauberk.identity.signin.SignIn.Outcome;
import dev.hauberk.ratelimit.Attempts;
import dev.hauberk.ratelimit.Lockouts;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final String RIGHT = "Right-1!";

    private final Bench bench = Bench.plain();
    private final CheapHasher hasher = new CheapHasher();
    private final SignIn signIn = signIn(bench.ground);

    @BeforeEach
    void begin() {
        bench.add("bob", "bob@x.com", "user");
    }

    @Test
    @Tag("AUTHN-9")
    void knowsWhoShowsTheRightPassword() {
        Outcome outcome = signIn.signIn(" BOB@x.com", RIGHT, HERE);

        assertThat(outcome)
                .isEqualTo(new Outcome.Known(bench.accounts.byId("bob").orElseThrow()));
        assertThat(bench.said(Control.AUTHN_9)).containsExactly("GRANTED signed-in");
        AuditRecord record = bench.audit.records().get(1);
        assertThat(record.action()).isEqualTo("sign-in");
        assertThat(record.actor()).contains("bob");
        assertThat(record.outcome()).isEqualTo(AuditRecord.Outcome.DONE);
    }

    @Test
    @Tag("AUTHN-4")
    void answersAlikeForUnknownWrongDisabledAndWithoutAPassword() {
        bench.add(new Account("off", Bench.ACME, SignInName.of("off@x.com"), Set.of(), Optional.of("x"), false, 1));
        bench.add(new Account("none", Bench.ACME, SignInName.of("none@x.com"), Set.of(), Optional.empty(), true, 1));
        bench.add("gone", "gone@x.com", "user");
        bench.accounts.terminate("gone", bench.record("termination"));

        for (String name : List.of("bob@x.com", "nobody@x.com", "off@x.com", "none@x.com", "gone@x.com", "", "\0")) {
            int before = hasher.looks.get();

            assertThat(signIn.signIn(name, "Wrong-1!", HERE)).isEqualTo(new Outcome.Unknown());

            assertThat(hasher.looks.get() - before).as("what it costs").isEqualTo(1);
        }
    }

    @Test
    @Tag("AUTHN-4")
    void knowsNobodyWhoIsDisabledWithTheRightPassword() {
        SignIn disabled =
                SignIn.of(bench.ground, new DisabledAccounts(bench.accounts), hasher, attempts(bench), lockouts(bench));

        assertThat(disabled.signIn("bob@x.com", RIGHT, HERE)).isEqualTo(new Outcome.Unknown());
        assertThat(hasher.looks).hasValue(1);
        assertThat(bench.recorded("sign-in")).containsExactly("DENIED inactive");
    }

    @Test
    @Tag("AUTHN-9")
    void writesADenialDownBeforeItAnswers() {
        signIn.signIn("bob@x.com", "Wrong-1!", HERE);
        signIn.signIn("nobody@x.com", "Wrong-1!", HERE);

        assertThat(bench.recorded("sign-in")).containsExactly("DENIED wrong", "DENIED unknown");
        assertThat(bench.said(Control.AUTHN_9)).containsExactly("DENIED wrong", "DENIED unknown");
        AuditRecord record = bench.audit.records().get(1);
        assertThat(record.actor()).isEmpty();
        assertThat(record.target()).contains("bob");
        assertThat(record.details()).containsEntry("address", HERE.text());
    }

    @Test
    @Tag("AUTHN-9")
    void signsNobodyInOfWhomItCannotBeRecorded() {
        Ground deaf = Ground.of(
                bench.policy,
                bench.keys,
                bench.hub,
                record -> {
                    throw new AuditException("the trail is broken", new IllegalStateException());
                },
                bench.clock);

        assertThatThrownBy(() -> signIn(deaf).signIn("bob@x.com", RIGHT, HERE)).isInstanceOf(AuditException.class);
    }

    @Test
    @Tag("AUTHN-2")
    @Tag("PII-1")
    void saysNoNameAndNoPasswordInEventsRecordsAndTexts() {
        Outcome known = signIn.signIn("bob@x.com", RIGHT, HERE);
        signIn.signIn("bob@x.com", "Wrong-1!", HERE);
        for (int i = 0; i < 9; i++) {
            signIn.signIn("nobody@x.com", "Wrong-1!", HERE);
        }
        signIn.unlock(Bench.caller(bench.accounts.byId("bob").orElseThrow()), "nobody@x.com");

        assertThat(known + bench.events.toString() + bench.audit.records())
                .doesNotContain("bob@x.com")
                .doesNotContain("nobody")
                .doesNotContain(RIGHT)
                .doesNotContain("Wrong-1!");
        assertThat(bench.events.toString()).doesNotContain(HERE.text());
    }

    @Test
    @Tag("AUTHN-2")
    void hashesAnewWhatIsStaleAndSignsBothOfTwoIn() throws Exception {
        bench.add(new Account(
                "old",
                Bench.ACME,
                SignInName.of("old@x.com"),
                Set.of("user"),
                Optional.of(CheapHasher.staleForm(RIGHT)),
                true,
                1));

        List<Outcome> both = Race.of(Collections.nCopies(2, () -> signIn.signIn("old@x.com", RIGHT, HERE)));

        assertThat(both).allMatch(Outcome.Known.class::isInstance);
        Account now = bench.accounts.byId("old").orElseThrow();
        assertThat(now.passwordHash().orElseThrow()).startsWith("cheap:1:");
        assertThat(now.version()).isEqualTo(1);
        String before = now.passwordHash().orElseThrow();
        signIn.signIn("old@x.com", RIGHT, HERE);
        assertThat(bench.accounts.byId("old").orElseThrow().passwordHash()).contains(before);
    }

    @Test
    @Tag("AUTHN-2")
    void knowsSomebodyWhosePasswordCouldNotBeHashedAnew() {
        bench.add(new Account(
                "old",
                Bench.ACME,
                SignInName.of("old@x.com"),
                Set.of("user"),
                Optional.of(CheapHasher.staleForm(RIGHT)),
                true,
                1));
        SignIn broken =
                SignIn.of(bench.ground, bench.accounts, new BrokenHashing(hasher), attempts(bench), lockouts(bench));

        assertThat(broken.signIn("old@x.com", RIGHT, HERE)).isInstanceOf(Outcome.Known.class);
        assertThat(bench.said(Control.AUTHN_2)).containsExactly("FAILED not-rehashed");
    }

    @Test
    @Tag("AUTHN-2")
    void knowsNobodyByADamagedHash() {
        for (String hash : List.of("", "null", RIGHT, "cheap:1", "$2x$31$")) {
            String id = "damaged" + Integer.toHexString(hash.hashCode());
            bench.add(new Account(
                    id, Bench.ACME, SignInName.of(id + "@x.com"), Set.of("user"), Optional.of(hash), true, 1));

            assertThat(signIn.signIn(id + "@x.com", RIGHT, HERE)).isEqualTo(new Outcome.Unknown());
        }
        assertThat(bench.recorded("sign-in")).hasSize(5).containsOnly("DENIED wrong");
    }

    private SignIn signIn(Ground ground) {
        return SignIn.of(ground, bench.accounts, hasher, attempts(bench), lockouts(bench));
    }

    private static Attempts attempts(Bench bench) {
        return Attempts.inMemory(bench.policy.signIn().attempts(), bench.clock);
    }

    private static Lockouts lockouts(Bench bench) {
        return Lockouts.inMemory(bench.policy.signIn().lockout(), bench.clock);
    }
}
