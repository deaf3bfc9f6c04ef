package dev.hauberk.identity.session;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Credential;
import dev.hauberk.UnavailableException;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import dev.hauberk.identity.Bench;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionsTest {
    private final Bench bench = Bench.plain();
    private final FailingStore failing = new FailingStore();
    private final SessionStore store = failing.asStore();
    private final Sessions sessions = Sessions.of(bench.ground, store, bench.accounts, bench.tokens, bench.grants);
    private Account bob;

    @BeforeEach
    void begin() {
        bob = bench.add("bob", "bob@x.com", "org_member");
    }

    @Test
    @Tag("AUTHN-6")
    void knowsTheCallerOfItsAccessToken() {
        Tokens tokens = open();

        Caller caller = known(tokens);

        assertThat(caller.user()).contains("bob");
        assertThat(caller.tenant()).contains(Bench.ACME);
        assertThat(caller.roles()).containsExactly("org_member");
        assertThat(caller.factors()).isEqualTo(Map.of("password", bench.clock.instant()));
        assertThat(caller.credential()).isEqualTo(new Credential.Session(tokens.session()));
        assertThat(caller.address()).isEqualTo(HERE);
        assertThat(tokens.expiresIn()).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "\0", "ey..", "\ud800"})
    @Tag("AUTHN-6")
    void knowsNobodyByWhatItDidNotIssue(String token) {
        open();

        assertThat(sessions.authenticate(token, HERE)).isInstanceOf(Authenticated.Unknown.class);
        assertThat(bench.said(Control.AUTHN_6)).hasSize(1).allMatch(said -> said.startsWith("DENIED token-"));
    }

    @Test
    @Tag("AUTHN-7")
    void takesNoRefreshTokenForAnAccessTokenNorTheReverse() {
        Tokens tokens = open();

        assertThat(sessions.authenticate(tokens.refresh(), HERE)).isInstanceOf(Authenticated.Unknown.class);
        assertThat(sessions.refresh(tokens.access())).isEqualTo(new Refreshed.Refused(Refreshed.Reason.UNKNOWN));
        assertThat(isAlive(tokens)).isTrue();
    }

    @Test
    @Tag("AUTHN-6")
    void knowsNobodyByATokenThatNamesAnotherUsersSession() {
        Tokens tokens = open();
        bench.add("eve", "eve@x.com", "org_admin");
        String mixed = bench.tokens.issue("eve", tokens.session()).token();

        assertThat(sessions.authenticate(mixed, HERE)).isInstanceOf(Authenticated.Unknown.class);
    }

    @Test
    @Tag("SESS-4")
    void listsAndEndsOnesOwnAlone() {
        Tokens one = open();
        bench.clock.advance(Duration.ofSeconds(1));
        Tokens two = open();
        bench.add("eve", "eve@x.com", "user");

        assertThat(sessions.of("bob")).extracting(SessionView::handle).containsExactly(two.session(), one.session());
        assertThat(sessions.end("eve", one.session())).isFalse();
        assertThat(sessions.end("bob", one.session())).isTrue();
        assertThat(sessions.end("bob", one.session())).isFalse();
        assertThat(isAlive(one)).isFalse();
        assertThat(sessions.refresh(one.refresh())).isInstanceOf(Refreshed.Refused.class);
        assertThat(isAlive(two)).isTrue();
    }

    @Test
    @Tag("SESS-4")
    void endsTheOthersOrAll() {
        Tokens one = open();
        Tokens two = open();
        Tokens three = open();

        assertThat(sessions.endOthers("bob", two.session())).isEqualTo(2);
        assertThat(List.of(isAlive(one), isAlive(two), isAlive(three))).containsExactly(false, true, false);
        assertThat(sessions.endAll("bob")).isEqualTo(1);
        assertThat(isAlive(two)).isFalse();
    }

    @Test
    @Tag("SESS-4")
    void endsTheOldestAndSaysSo() {
        Tokens first = open();
        for (int i = 0; i < 5; i++) {
            open();
        }

        assertThat(isAlive(first)).isFalse();
        assertThat(sessions.of("bob")).hasSize(5);
        assertThat(bench.said(Control.SESS_4)).containsExactly("NOTICED session-ended-too-many");
        assertThat(bench.recorded("session-end")).containsExactly("DONE too-many");
    }

    @Test
    @Tag("SESS-4")
    void refusesWherePolicySaysSo() {
        Bench full = Bench.with("sessions: {per-user: 2, when-full: refuse}");
        Sessions held = Sessions.of(full.ground, SessionStore.inMemory(), full.accounts, full.tokens, full.grants);
        Account eve = full.add("eve", "eve@x.com", "user");
        held.open(eve, "1");
        held.open(eve, "2");

        assertThat(held.open(eve, "3")).isEqualTo(new Opened.Full());
        assertThat(held.of("eve")).extracting(SessionView::device).containsExactlyInAnyOrder("1", "2");
        assertThat(full.said(Control.SESS_4)).containsExactly("DENIED full");
    }

    @Test
    @Tag("SESS-4")
    void onlyWatchesInShadowMode() {
        Bench shadow = Bench.with("""
                modes: {SESS-4: shadow}
                accept: [{control: SESS-4, why: a test, by: a test, until: 2099-01-01}]
                """);
        Sessions held =
                Sessions.of(shadow.ground, SessionStore.inMemory(), shadow.accounts, shadow.tokens, shadow.grants);
        Account eve = shadow.add("eve", "eve@x.com", "user");
        for (int i = 0; i < 7; i++) {
            held.open(eve, "phone");
        }

        assertThat(held.of("eve")).hasSize(7);
        assertThat(shadow.said(Control.SESS_4)).containsExactly("SHADOWED full", "SHADOWED full");
    }

    @Test
    @Tag("SESS-6")
    void knowsNobodyWhileTheAccountsDoNotAnswer() {
        AtomicBoolean broken = new AtomicBoolean();
        Accounts accounts = (Accounts) Proxy.newProxyInstance(
                SessionsTest.class.getClassLoader(), new Class<?>[] {Accounts.class}, (proxy, method, values) -> {
                    if (broken.get()) {
                        throw new UnavailableException("down");
                    }
                    return Optional.of(bob);
                });
        Sessions held = Sessions.of(bench.ground, SessionStore.inMemory(), accounts, bench.tokens, bench.grants);
        Tokens tokens = ((Opened.Open) held.open(bob, "phone")).tokens();
        assertThat(held.authenticate(tokens.access(), HERE)).isInstanceOf(Authenticated.Known.class);
        broken.set(true);
        bench.clock.advance(Duration.ofSeconds(1));

        assertThatThrownBy(() -> held.authenticate(tokens.access(), HERE)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> held.refresh(tokens.refresh())).isInstanceOf(UnavailableException.class);

        broken.set(false);
        assertThat(held.refresh(tokens.refresh())).isInstanceOf(Refreshed.Fresh.class);
    }

    @Test
    @Tag("SESS-4")
    void showsADeviceInPrintableCharacters() {
        sessions.open(bob, "\u202eFirefox\r\n<b>\0\ud800" + "x".repeat(500));

        assertThat(sessions.of("bob").get(0).device())
                .startsWith("Firefox<b>xxx")
                .hasSize(100);
    }

    @Test
    @Tag("SESS-6")
    void keepsNoSecretInTheStoreAndPrintsNone() {
        Tokens tokens = open();

        String kept = String.valueOf(store.find(tokens.session()));
        assertThat(kept).doesNotContain(tokens.refresh()).doesNotContain(tokens.access());
        assertThat(kept)
                .doesNotContain(tokens.refresh().split("\\.")[1])
                .doesNotContain(tokens.refresh().split("\\.")[2]);
        assertThat(tokens.toString()).doesNotContain(tokens.refresh()).doesNotContain(tokens.access());
        assertThat(bench.events.toString() + bench.audit.records())
                .doesNotContain(tokens.refresh())
                .doesNotContain(tokens.access())
                .doesNotContain("bob@x.com");
    }

    @Test
    @Tag("SESS-6")
    void knowsNobodyWhileTheStoreDoesNotAnswer() {
        Tokens tokens = open();
        failing.failAfter(0);

        assertThatThrownBy(() -> sessions.authenticate(tokens.access(), HERE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("bob")
                .hasNoCause();
        assertThatThrownBy(() -> sessions.refresh(tokens.refresh())).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> sessions.open(bob, "phone")).isInstanceOf(UnavailableException.class);
        assertThat(bench.said(Control.SESS_6)).contains("FAILED error");

        failing.heal();
        assertThat(isAlive(tokens)).isTrue();
        assertThat(fresh(sessions.refresh(tokens.refresh()))).isNotNull();
    }

    @Test
    @Tag("SESS-6")
    void knowsNobodyWhileTheStoreOnlyReads() {
        Tokens tokens = open();
        bench.clock.advance(Duration.ofMinutes(2));
        failing.failAfter(0, "touch");

        assertThatThrownBy(() -> sessions.authenticate(tokens.access(), HERE)).isInstanceOf(UnavailableException.class);
    }

    @Test
    @Tag("SESS-6")
    void knowsNobodyOfAStoreThatWasEmptied() {
        Tokens tokens = open();
        Sessions restarted =
                Sessions.of(bench.ground, SessionStore.inMemory(), bench.accounts, bench.tokens, bench.grants);

        assertThat(restarted.authenticate(tokens.access(), HERE)).isInstanceOf(Authenticated.Unknown.class);
        assertThat(restarted.refresh(tokens.refresh())).isEqualTo(new Refreshed.Refused(Refreshed.Reason.UNKNOWN));
    }

    private Tokens open() {
        return ((Opened.Open) sessions.open(bob, "phone")).tokens();
    }

    private Caller known(Tokens tokens) {
        return ((Authenticated.Known) sessions.authenticate(tokens.access(), HERE)).caller();
    }

    private boolean isAlive(Tokens tokens) {
        return sessions.authenticate(tokens.access(), HERE) instanceof Authenticated.Known;
    }

    /** With an access token of this moment, where the one from before has expired by itself. */
    private boolean isAliveByIssuing(String user, String session) {
        String token = bench.tokens.issue(user, session).token();
        return sessions.authenticate(token, HERE) instanceof Authenticated.Known;
    }

    private static Tokens fresh(Refreshed refreshed) {
        return ((Refreshed.Fresh) refreshed).tokens();
    }
}
