package dev.hauberk.identity.session;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.Revoker.Change;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that change behind the sessions' back, by whatever means. */
class StandingTest {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private Bench bench = Bench.plain();
    private Sessions sessions = sessions();

    @Test
    @Tag("SESS-3")
    void endsASessionOfWhichSomebodysSqlTookARole() {
        Tokens tokens = open("ada", "org_admin");
        known(tokens);

        bench.accounts.changeRolesBehindOurBack("ada", Set.of("user"));
        bench.clock.advance(FRESH);

        assertThat(isAlive(tokens)).isFalse();
        assertThat(sessions.refresh(tokens.refresh())).isEqualTo(new Refreshed.Refused(Refreshed.Reason.EXPIRED));
        assertThat(bench.said(Control.SESS_3)).containsExactly("NOTICED session-ended-downgraded");
        assertThat(bench.recorded("session-end")).containsExactly("DONE downgraded");
    }

    @Test
    @Tag("SESS-3")
    void endsASessionAtItsRefreshToo() {
        Tokens tokens = open("ada", "org_admin");

        bench.accounts.changeRolesBehindOurBack("ada", Set.of("user"));
        bench.clock.advance(FRESH);

        assertThat(sessions.refresh(tokens.refresh())).isEqualTo(new Refreshed.Refused(Refreshed.Reason.EXPIRED));
        assertThat(sessions.of("ada")).isEmpty();
    }

    @Test
    @Tag("SESS-3")
    void readsAnAccountNoLongerAgoThanThePolicySays() {
        Tokens tokens = open("ada", "org_admin");
        known(tokens);
        bench.accounts.changeRolesBehindOurBack("ada", Set.of("user"));

        bench.clock.advance(FRESH.minusMillis(1));
        assertThat(isAlive(tokens)).isTrue();
        bench.clock.advance(Duration.ofMillis(1));
        assertThat(isAlive(tokens)).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void takesNothingForFreshBecauseTheClockWasSetBack() {
        Tokens tokens = open("ada", "org_admin");
        known(tokens);
        bench.accounts.changeRolesBehindOurBack("ada", Set.of("user"));

        bench.clock.advance(Duration.ofMillis(-1));

        assertThat(isAlive(tokens)).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void seesAChangeThatItIsToldOfAtOnce() {
        Tokens tokens = open("ada", "org_admin");
        known(tokens);

        bench.accounts.changeRoles("ada", 1, Set.of("org_admin", "enterprise"), bench.record("roles"));
        sessions.changed("ada", Change.ROLES);

        assertThat(known(tokens).caller().roles()).containsExactlyInAnyOrder("org_admin", "enterprise");
    }

    @Test
    @Tag("SESS-3")
    void endsWhereARankRisesAndAPermissionIsLost() {
        Tokens tokens = open("ent", "enterprise");

        bench.accounts.changeRolesBehindOurBack("ent", Set.of("org_member"));
        bench.clock.advance(FRESH);

        assertThat(isAlive(tokens)).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void endsWhereARankFallsAndPermissionsAreWon() {
        Tokens tokens = open("mia", "org_member");

        bench.accounts.changeRolesBehindOurBack("mia", Set.of("enterprise"));
        bench.clock.advance(FRESH);

        assertThat(isAlive(tokens)).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void goesOnWithMoreAndThenEndsWithLess() {
        Tokens tokens = open("uma", "user");
        bench.accounts.changeRoles("uma", 1, Set.of("user", "org_admin"), bench.record("roles"));
        bench.clock.advance(FRESH);
        assertThat(known(tokens).caller().roles()).containsExactlyInAnyOrder("user", "org_admin");

        bench.accounts.changeRoles("uma", 2, Set.of("user"), bench.record("roles"));
        bench.clock.advance(Duration.ofMillis(10));
        sessions.changed("uma", Change.DOWNGRADE);

        assertThat(isAlive(tokens)).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void goesOnWithLessWhereThePolicySaysSo() {
        bench = Bench.with("""
                sessions: {end-on: []}
                accept: [{control: SESS-2, why: a test, by: a test, until: 2099-01-01},
                         {control: SESS-3, why: a test, by: a test, until: 2099-01-01}]
                """);
        sessions = sessions();
        Tokens tokens = open("ada", "org_admin");

        bench.accounts.changeRolesBehindOurBack("ada", Set.of("user"));
        bench.clock.advance(FRESH);

        assertThat(known(tokens).caller().roles()).containsExactly("user");
    }

    @Test
    @Tag("SESS-2")
    void endsASessionFromBeforeAPasswordThatSomebodyElseSaved() {
        Tokens tokens = open("uma", "user");

        bench.accounts.savePassword("uma", 1, "other", bench.record("password"));
        bench.clock.advance(FRESH);

        assertThat(isAlive(tokens)).isFalse();
        assertThat(bench.said(Control.SESS_2)).containsExactly("NOTICED session-ended-password-changed");
    }

    @Test
    @Tag("SESS-2")
    void endsASessionThatWasOpenedWithTheOldPasswordAfterItWasReplaced() {
        Account read = bench.add("uma", "uma@x.com", "user");
        bench.accounts.savePassword("uma", 1, "other", bench.record("password"));

        Tokens late = ((Opened.Open) sessions.open(read, "phone")).tokens();

        assertThat(isAlive(late)).isFalse();
    }

    @Test
    @Tag("SESS-2")
    void goesOnWithASessionThatIsNewerThanWhatWasReadOfItsAccount() {
        Tokens old = open("uma", "user");
        known(old);
        bench.accounts.savePassword("uma", 1, "other", bench.record("password"));
        Account now = bench.accounts.byId("uma").orElseThrow();

        Tokens next = ((Opened.Open) sessions.open(now, "phone")).tokens();

        assertThat(isAlive(next)).isTrue();
    }

    @Test
    @Tag("AUTHN-2")
    void goesOnWhereAPasswordIsOnlyHashedAnew() {
        Tokens tokens = open("uma", "user");
        String before = bench.accounts.byId("uma").orElseThrow().passwordHash().orElseThrow();
        bench.accounts.rehash("uma", before, "anew");
        bench.clock.advance(FRESH);

        assertThat(isAlive(tokens)).isTrue();
    }

    @Test
    @Tag("RBAC-8")
    void endsASessionOfSomebodyWhoWasTerminated() {
        Tokens tokens = open("uma", "user");
        known(tokens);

        bench.accounts.terminate("uma", bench.record("termination"));
        bench.clock.advance(FRESH);

        assertThat(isAlive(tokens)).isFalse();
        assertThat(sessions.of("uma")).isEmpty();
        assertThat(bench.said(Control.RBAC_8)).containsExactly("NOTICED session-ended-account-gone");
    }

    @Test
    @Tag("RBAC-8")
    void opensNothingThatLastsForSomebodyWhoWasTerminatedMeanwhile() {
        Account read = bench.add("uma", "uma@x.com", "user");
        bench.accounts.terminate("uma", bench.record("termination"));

        Tokens tokens = ((Opened.Open) sessions.open(read, "phone")).tokens();

        assertThat(isAlive(tokens)).isFalse();
    }

    private Sessions sessions() {
        return Sessions.of(bench.ground, SessionStore.inMemory(), bench.accounts, bench.tokens, bench.grants);
    }

    private Tokens open(String id, String role) {
        return ((Opened.Open) sessions.open(bench.add(id, id + "@x.com", role), "phone")).tokens();
    }

    private Authenticated.Known known(Tokens tokens) {
        return (Authenticated.Known) sessions.authenticate(tokens.access(), HERE);
    }

    private boolean isAlive(Tokens tokens) {
        return sessions.authenticate(tokens.access(), HERE) instanceof Authenticated.Known;
    }
}
