package dev.hauberk.identity.session;

import static dev.hauberk.identity.session.StoredSessions.IDLE;
import static dev.hauberk.identity.session.StoredSessions.START;
import static dev.hauberk.identity.session.StoredSessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.identity.Race;
import dev.hauberk.identity.session.End.Cause;
import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of sessions does when a refresh token is shown (AUTHN-7). */
abstract class SessionRotationContract {
    private SessionStore store;

    /** An empty store. */
    abstract SessionStore empty();

    @BeforeEach
    void begin() {
        store = empty();
    }

    @Test
    @Tag("AUTHN-7")
    void rotatesTheGoodToken() {
        open(session("s", "u", START));

        Rotation rotation = store.rotate(use("s", 0, "hash 0", "hash 1", START.plusSeconds(5)));

        Session now = ((Rotation.Rotated) rotation).session();
        assertThat(now.refresh()).isEqualTo(new Family(1, "hash 1", "hash 0", "sealed", START.plusSeconds(5)));
        assertThat(now.usedAt()).isEqualTo(START.plusSeconds(5));
        assertThat(now.expiresAt()).isEqualTo(START.plusSeconds(5).plus(IDLE));
        assertThat(store.find("s")).contains(now);
    }

    @Test
    @Tag("AUTHN-7")
    void letsOneOfManyUsesThroughAndEndsTheSession() throws Exception {
        for (int round = 0; round < 50; round++) {
            String id = "s" + round;
            open(session(id, "u" + round, START));
            List<Callable<Rotation>> uses = IntStream.range(0, 50)
                    .<Callable<Rotation>>mapToObj(i -> () -> store.rotate(use(id, 0, "hash 0", "next " + i, START)))
                    .toList();

            List<Rotation> rotations = Race.of(uses);

            assertThat(rotations).filteredOn(Rotation.Rotated.class::isInstance).hasSize(1);
            assertThat(rotations)
                    .filteredOn(Rotation.Replayed.class::isInstance)
                    .hasSize(49);
            assertThat(rotations)
                    .filteredOn(rotation -> rotation instanceof Rotation.Replayed replayed && replayed.endedNow())
                    .hasSize(1);
            assertThat(store.find(id).orElseThrow().end()).contains(new End(START, Cause.REPLAYED));
        }
    }

    @Test
    @Tag("AUTHN-7")
    void knowsEveryEarlierTokenForUsed() {
        for (int shown = 0; shown < 9; shown++) {
            String id = "s" + shown;
            open(session(id, "u" + shown, START));
            for (int generation = 0; generation < 10; generation++) {
                store.rotate(use(id, generation, "hash " + generation, "hash " + (generation + 1), START));
            }

            Rotation replay = store.rotate(use(id, shown, "hash " + shown, "mine", START));

            assertThat(replay).isInstanceOf(Rotation.Replayed.class);
            assertThat(store.find(id).orElseThrow().isAliveAt(START)).isFalse();
        }
    }

    @Test
    @Tag("AUTHN-7")
    void endsNothingForATokenThatItNeverHad() {
        open(session("s", "u", START));
        store.rotate(use("s", 0, "hash 0", "hash 1", START));

        assertThat(store.rotate(use("s", 1, "other", "mine", START))).isInstanceOf(Rotation.Unknown.class);
        assertThat(store.rotate(use("s", 2, "hash 1", "mine", START))).isInstanceOf(Rotation.Unknown.class);
        assertThat(store.rotate(use("nobody's", 0, "hash 0", "mine", START))).isInstanceOf(Rotation.Unknown.class);

        assertThat(store.find("s").orElseThrow().isAliveAt(START)).isTrue();
    }

    @Test
    @Tag("AUTHN-7")
    @Tag("SESS-1")
    void rotatesNothingOfASessionThatIsOver() {
        open(session("idle", "u", START));
        open(session("ended", "v", START));
        store.end("v", "ended", new End(START, Cause.SIGN_OUT));

        assertThat(store.rotate(use("idle", 0, "hash 0", "mine", START.plus(IDLE))))
                .isInstanceOf(Rotation.Over.class);
        assertThat(store.rotate(use("ended", 0, "hash 0", "mine", START))).isInstanceOf(Rotation.Over.class);
        assertThat(store.find("ended").orElseThrow().refresh().generation()).isZero();
    }

    @Test
    @Tag("AUTHN-7")
    void saysTheSameAgainToTheSameDeviceWithinTheGrace() {
        open(session("s", "u", START));
        store.rotate(use("s", 0, "hash 0", "hash 1", START));
        Session before = store.find("s").orElseThrow();

        Rotation again = store.rotate(graced("s", "hash 0", "phone", START.plusSeconds(9)));

        assertThat(again).isEqualTo(new Rotation.Again(before));
        assertThat(store.find("s")).contains(before);
    }

    @Test
    @Tag("AUTHN-7")
    void endsTheSessionAfterTheGraceOrForAnotherDevice() {
        for (RefreshUse replay : List.of(
                graced("s", "hash 0", "phone", START.plusSeconds(10)),
                graced("s", "hash 0", "laptop", START.plusSeconds(1)),
                graced("s", "hash 0", "", START.plusSeconds(1)),
                graced("s", "other", "phone", START.plusSeconds(1)))) {
            begin();
            open(session("s", "u", START));
            store.rotate(use("s", 0, "hash 0", "hash 1", START));

            assertThat(store.rotate(replay)).isInstanceOf(Rotation.Replayed.class);
            assertThat(store.find("s").orElseThrow().isAliveAt(START)).isFalse();
        }
    }

    private Opening open(Session session) {
        return store.open(session, 5, WhenFull.END_OLDEST);
    }

    private static RefreshUse use(String id, long generation, String presented, String next, Instant at) {
        return new RefreshUse(id, generation, presented, "phone", next, "sealed", at, at.plus(IDLE), Duration.ZERO);
    }

    private static RefreshUse graced(String id, String presented, String device, Instant at) {
        return new RefreshUse(id, 0, presented, device, "next", "sealed", at, at.plus(IDLE), Duration.ofSeconds(10));
    }
}
