package dev.hauberk.identity.session;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Caller;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Bench;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionLifeTest {
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
    @Tag("SESS-1")
    void makesEachIdAnewWithAtLeast128RandomBits() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String id = open().session();
            assertThat(Base64.getUrlDecoder().decode(id)).hasSize(16);
            ids.add(id);
        }

        assertThat(ids).hasSize(1_000);
    }

    @Test
    @Tag("SESS-1")
    void endsAfterThirtyDaysWithoutUse() {
        Tokens tokens = open();
        bench.clock.advance(Duration.ofDays(30).minusSeconds(1));
        Tokens again = fresh(sessions.refresh(tokens.refresh()));
        bench.clock.advance(Duration.ofDays(30));

        assertThat(sessions.refresh(again.refresh())).isEqualTo(new Refreshed.Refused(Refreshed.Reason.EXPIRED));
        assertThat(isAliveByIssuing("bob", again.session())).isFalse();
        assertThat(sessions.of("bob")).isEmpty();
    }

    @Test
    @Tag("SESS-1")
    void livesAsLongAsItIsUsed() {
        Tokens tokens = open();
        for (int week = 0; week < 52; week++) {
            bench.clock.advance(Duration.ofDays(7));
            tokens = fresh(sessions.refresh(tokens.refresh()));
        }

        assertThat(isAlive(tokens)).isTrue();
    }

    @Test
    @Tag("SESS-1")
    void livesByUseAlone() {
        Tokens tokens = open();
        for (int day = 0; day < 100; day++) {
            bench.clock.advance(Duration.ofDays(1));
            assertThat(isAliveByIssuing("bob", tokens.session())).isTrue();
        }
    }

    @Test
    @Tag("SESS-1")
    void endsAtItsAbsoluteLimitHoweverOftenItIsUsed() {
        Bench limited = Bench.with("sessions: {at-most: 90d}");
        Sessions held =
                Sessions.of(limited.ground, SessionStore.inMemory(), limited.accounts, limited.tokens, limited.grants);
        Account eve = limited.add("eve", "eve@x.com", "user");
        Tokens tokens = ((Opened.Open) held.open(eve, "phone")).tokens();
        for (int day = 1; day < 90; day++) {
            limited.clock.advance(Duration.ofDays(1));
            tokens = fresh(held.refresh(tokens.refresh()));
        }
        limited.clock.advance(Duration.ofDays(1));

        assertThat(held.refresh(tokens.refresh())).isEqualTo(new Refreshed.Refused(Refreshed.Reason.EXPIRED));
    }

    @Test
    @Tag("SESS-1")
    void notesAUseOnceAMinute() {
        Tokens tokens = open();
        bench.clock.advance(Duration.ofSeconds(59));
        known(tokens);
        assertThat(sessions.of("bob").get(0).usedAt())
                .isEqualTo(bench.clock.instant().minusSeconds(59));

        bench.clock.advance(Duration.ofSeconds(1));
        known(tokens);
        assertThat(sessions.of("bob").get(0).usedAt()).isEqualTo(bench.clock.instant());
    }

    @Test
    @Tag("SESS-1")
    void purgesWhatWasOverForThirtyDays() {
        Tokens ended = open();
        sessions.end("bob", ended.session());
        bench.clock.advance(Duration.ofDays(30));
        assertThat(sessions.purge()).isZero();

        bench.clock.advance(Duration.ofSeconds(1));
        assertThat(sessions.purge()).isEqualTo(1);
        assertThat(sessions.purge()).isZero();
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
