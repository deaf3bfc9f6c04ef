package dev.hauberk.identity.session;

import static dev.hauberk.identity.Bench.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Bench;
import dev.hauberk.identity.Race;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("AUTHN-7")
class RotationTest {
    private Bench bench = Bench.plain();
    private Sessions sessions = sessions();

    @Test
    void givesNewTokensForTheGoodOne() {
        Tokens first = open();

        Tokens second = fresh(sessions.refresh(first.refresh()));

        assertThat(second.session()).isEqualTo(first.session());
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(isAlive(second)).isTrue();
        assertThat(fresh(sessions.refresh(second.refresh()))).isNotNull();
    }

    @Test
    void letsOneOfFiftyThroughAndEndsTheFamily() throws Exception {
        for (int round = 0; round < 20; round++) {
            Tokens tokens = open();

            List<Refreshed> answers = Race.of(Collections.nCopies(50, () -> sessions.refresh(tokens.refresh())));

            List<Tokens> fresh = answers.stream()
                    .filter(Refreshed.Fresh.class::isInstance)
                    .map(RotationTest::fresh)
                    .toList();
            assertThat(fresh).hasSize(1);
            assertThat(isAlive(fresh.get(0))).isFalse();
            assertThat(sessions.refresh(fresh.get(0).refresh()))
                    .isEqualTo(new Refreshed.Refused(Refreshed.Reason.EXPIRED));
            assertThat(sessions.of("bob")).isEmpty();
        }
    }

    @Test
    void endsTheFamilyForAnyEarlierTokenOfIt() {
        for (int replayed = 0; replayed < 6; replayed++) {
            List<Tokens> all = new ArrayList<>(List.of(open()));
            for (int i = 0; i < 6; i++) {
                all.add(fresh(sessions.refresh(all.get(i).refresh())));
            }
            bench.clock.advance(Duration.ofSeconds(1));

            assertThat(sessions.refresh(all.get(replayed).refresh()))
                    .isEqualTo(new Refreshed.Refused(Refreshed.Reason.REPLAYED));
            assertThat(isAlive(all.get(6))).isFalse();
            assertThat(sessions.refresh(all.get(6).refresh())).isInstanceOf(Refreshed.Refused.class);
        }
    }

    @Test
    void writesAReplayDownBeforeItAnswers() {
        Tokens tokens = open();
        sessions.refresh(tokens.refresh());
        sessions.refresh(tokens.refresh());

        assertThat(bench.recorded("refresh")).containsExactly("DENIED replayed");
        assertThat(bench.recorded("session-end")).containsExactly("DONE replayed");
        assertThat(bench.said(Control.AUTHN_7))
                .containsExactly("GRANTED rotated", "DENIED replayed", "NOTICED session-ended-replayed");
    }

    @Test
    void endsNobodysSessionForAForgedToken() {
        Tokens tokens = open();
        fresh(sessions.refresh(tokens.refresh()));
        Tokens now =
                fresh(sessions.refresh(fresh(sessions.refresh(open().refresh())).refresh()));
        RefreshTokens forger = new RefreshTokens(Bench.plain().keys, bench.ground.random());
        for (long generation = 0; generation < 5; generation++) {
            assertThat(sessions.refresh(forger.make(now.session(), generation).text()))
                    .isEqualTo(new Refreshed.Refused(Refreshed.Reason.UNKNOWN));
        }

        assertThat(isAlive(now)).isTrue();
    }

    @Test
    void takesNothingThatIsNoToken() {
        open();
        for (String text : List.of("", ".", "..", "...", "\0", "a.b.c", "x".repeat(100_000))) {
            assertThat(sessions.refresh(text)).isEqualTo(new Refreshed.Refused(Refreshed.Reason.UNKNOWN));
        }

        assertThat(sessions.of("bob")).hasSize(1);
    }

    @Test
    void givesNoGraceUnlessThePolicyHasOne() {
        Tokens tokens = open();
        fresh(sessions.refresh(tokens.refresh(), "phone"));

        assertThat(sessions.refresh(tokens.refresh(), "phone"))
                .isEqualTo(new Refreshed.Refused(Refreshed.Reason.REPLAYED));
    }

    @Test
    void saysTheSameAgainToADeviceThatLostTheAnswer() {
        withGrace();
        Tokens tokens = open();
        Tokens lost = fresh(sessions.refresh(tokens.refresh(), "phone"));
        bench.clock.advance(Duration.ofSeconds(9));

        Tokens again = fresh(sessions.refresh(tokens.refresh(), "phone"));

        assertThat(again.refresh()).isEqualTo(lost.refresh());
        assertThat(again.session()).isEqualTo(lost.session());
        assertThat(isAlive(again)).isTrue();
        assertThat(fresh(sessions.refresh(again.refresh(), "phone"))).isNotNull();
    }

    @Test
    void givesAllOfManyTheSameTokenWithinTheGrace() throws Exception {
        withGrace();
        Tokens tokens = open();

        List<Refreshed> answers = Race.of(Collections.nCopies(20, () -> sessions.refresh(tokens.refresh(), "phone")));

        assertThat(answers.stream().map(answer -> fresh(answer).refresh()).distinct())
                .hasSize(1);
    }

    @Test
    void endsTheFamilyAfterTheGraceAndForAnotherDevice() {
        withGrace();
        for (String device : List.of("phone", "laptop", "")) {
            Tokens tokens = open();
            fresh(sessions.refresh(tokens.refresh(), "phone"));
            bench.clock.advance(Duration.ofSeconds(device.equals("phone") ? 10 : 1));

            assertThat(sessions.refresh(tokens.refresh(), device))
                    .isEqualTo(new Refreshed.Refused(Refreshed.Reason.REPLAYED));
        }
    }

    private void withGrace() {
        bench = Bench.with("""
                tokens: {grace: 10s}
                accept: [{control: AUTHN-7, why: a test, by: a test, until: 2099-01-01}]
                """);
        sessions = sessions();
    }

    private Sessions sessions() {
        return Sessions.of(bench.ground, SessionStore.inMemory(), bench.accounts, bench.tokens, bench.grants);
    }

    private Tokens open() {
        Account bob = bench.accounts.byId("bob").orElseGet(() -> bench.add("bob", "bob@x.com", "user"));
        return ((Opened.Open) sessions.open(bob, "phone")).tokens();
    }

    private boolean isAlive(Tokens tokens) {
        return sessions.authenticate(tokens.access(), HERE) instanceof Authenticated.Known;
    }

    private static Tokens fresh(Refreshed refreshed) {
        return ((Refreshed.Fresh) refreshed).tokens();
    }
}
