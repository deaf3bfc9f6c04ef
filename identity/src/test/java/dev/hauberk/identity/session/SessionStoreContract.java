package dev.hauberk.identity.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.identity.Race;
import dev.hauberk.identity.session.End.Cause;
import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of sessions does, alone and under races. */
abstract class SessionStoreContract {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration IDLE = Duration.ofDays(30);
    private static final int ROUNDS = 1_000;

    private SessionStore store;

    /** An empty store. */
    abstract SessionStore empty();

    @BeforeEach
    void begin() {
        store = empty();
    }

    @Test
    @Tag("SESS-6")
    void findsWhatWasOpened() {
        Session session = session("s", "u", START);

        assertThat(open(session)).isEqualTo(new Opening.Done(List.of()));

        assertThat(store.find("s")).contains(session);
        assertThat(store.of("u", START)).containsExactly(session);
        assertThat(store.find("other")).isEmpty();
        assertThat(store.of("other", START)).isEmpty();
    }

    @Test
    @Tag("SESS-4")
    void endsTheOldestWhereThereAreTooMany() {
        openMany(5);

        Opening opening = open(session("new", "u", START.plusSeconds(9)));

        assertThat(((Opening.Done) opening).ended())
                .singleElement()
                .satisfies(ended -> assertThat(ended.id()).isEqualTo("s0"))
                .satisfies(ended -> assertThat(ended.end()).contains(new End(START.plusSeconds(9), Cause.TOO_MANY)));
        assertThat(ids("u", START.plusSeconds(9))).containsExactly("new", "s4", "s3", "s2", "s1");
        assertThat(store.find("s0").orElseThrow().isAliveAt(START.plusSeconds(9)))
                .isFalse();
    }

    @Test
    @Tag("SESS-4")
    void refusesWhereThereAreTooManyAndNoneIsToEnd() {
        openMany(5);

        Opening opening = store.open(session("new", "u", START.plusSeconds(9)), 5, WhenFull.REFUSE);

        assertThat(opening).isInstanceOf(Opening.Full.class);
        assertThat(store.find("new")).isEmpty();
        assertThat(ids("u", START.plusSeconds(9))).hasSize(5);
    }

    @Test
    @Tag("SESS-4")
    void countsOnlyWhatIsAlive() {
        openMany(5);
        store.end("u", "s2", new End(START.plusSeconds(8), Cause.SIGN_OUT));

        assertThat(store.open(session("new", "u", START.plusSeconds(9)), 5, WhenFull.REFUSE))
                .isEqualTo(new Opening.Done(List.of()));
        assertThat(store.open(session("later", "u", START.plus(IDLE).plusSeconds(7)), 5, WhenFull.REFUSE))
                .isInstanceOf(Opening.Done.class);
    }

    @Test
    @Tag("SESS-4")
    void countsEachUserAlone() {
        openMany(5);

        open(session("other", "v", START));

        assertThat(ids("u", START.plusSeconds(9))).hasSize(5);
        assertThat(ids("v", START)).containsExactly("other");
    }

    @Test
    @Tag("SESS-4")
    void neverShowsMoreThanFiveToAnybodyWhileSixOpenAtOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String user = "u" + round;
            AtomicInteger opened = new AtomicInteger();
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                open(session(user + "-before" + i, user, START));
            }
            for (int i = 0; i < 6; i++) {
                Session session = session(user + "-" + i, user, START.plusSeconds(1));
                tasks.add(() -> {
                    open(session);
                    return opened.incrementAndGet();
                });
            }
            tasks.add(() -> {
                int most = 0;
                do {
                    most = Math.max(most, store.of(user, START.plusSeconds(1)).size());
                } while (opened.get() < 6);
                return most;
            });

            assertThat(Race.of(tasks).get(6)).as("round %d", round).isLessThanOrEqualTo(5);
            assertThat(ids(user, START.plusSeconds(1))).as("round %d", round).hasSize(5);
        }
    }

    @Test
    @Tag("SESS-4")
    void keepsTheNewestWhenOneUserOpensAndOpens() {
        for (int i = 0; i < 1_000; i++) {
            open(session("s" + i, "u", START.plusSeconds(i)));
        }

        assertThat(ids("u", START.plusSeconds(1_000))).containsExactly("s999", "s998", "s997", "s996", "s995");
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

    @Test
    @Tag("SESS-1")
    void movesATimeForwardAndNeverBack() {
        open(session("s", "u", START));

        store.touch("s", START.plusSeconds(60), START.plusSeconds(60).plus(IDLE));
        store.touch("s", START.plusSeconds(30), START.plusSeconds(30).plus(IDLE));
        store.touch("nobody's", START, START);

        Session now = store.find("s").orElseThrow();
        assertThat(now.usedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(now.expiresAt()).isEqualTo(START.plusSeconds(60).plus(IDLE));
    }

    @Test
    @Tag("SESS-1")
    void wakesNothingThatIsOver() {
        open(session("s", "u", START));

        store.touch("s", START.plus(IDLE), START.plus(IDLE).plus(IDLE));

        assertThat(store.find("s").orElseThrow().isAliveAt(START.plus(IDLE))).isFalse();
    }

    @Test
    @Tag("SESS-3")
    void notesWhatASessionSawUnlessItSawAnotherMeanwhile() {
        open(session("s", "u", START));
        Seen before = new Seen(1, Set.of("user"));
        Seen now = new Seen(2, Set.of("user", "pro"));

        assertThat(store.see("s", before, now)).isTrue();
        assertThat(store.see("s", before, new Seen(3, Set.of()))).isFalse();
        assertThat(store.see("nobody's", before, now)).isFalse();
        assertThat(store.find("s").orElseThrow().seen()).isEqualTo(now);
    }

    @Test
    @Tag("SESS-4")
    void endsASessionOnceAndOnlyItsUsersOwn() {
        open(session("s", "u", START));
        End end = new End(START.plusSeconds(1), Cause.SIGN_OUT);

        assertThat(store.end("v", "s", end)).isEmpty();
        assertThat(store.find("s").orElseThrow().end()).isEmpty();
        assertThat(store.end("u", "s", end).orElseThrow().end()).contains(end);
        assertThat(store.end("u", "s", new End(START.plusSeconds(2), Cause.ALL_ENDED)))
                .isEmpty();
        assertThat(store.find("s").orElseThrow().end()).contains(end);
    }

    @Test
    @Tag("SESS-2")
    void endsAllOrAllButOne() {
        openMany(5);
        open(session("other", "v", START));

        List<Session> ended = store.endAll("u", Optional.of("s3"), new End(START.plusSeconds(9), Cause.OTHERS_ENDED));
        List<Session> rest = store.endAll("u", Optional.empty(), new End(START.plusSeconds(9), Cause.ALL_ENDED));

        assertThat(ended).extracting(Session::id).containsExactlyInAnyOrder("s0", "s1", "s2", "s4");
        assertThat(rest).extracting(Session::id).containsExactly("s3");
        assertThat(ids("u", START.plusSeconds(9))).isEmpty();
        assertThat(ids("v", START.plusSeconds(9))).containsExactly("other");
        assertThat(store.endAll("nobody", Optional.empty(), new End(START, Cause.ALL_ENDED)))
                .isEmpty();
    }

    @Test
    @Tag("SESS-1")
    void purgesWhatIsOverLongEnoughAndNothingTwice() throws Exception {
        open(session("ended", "u", START));
        store.end("u", "ended", new End(START.plusSeconds(10), Cause.SIGN_OUT));
        open(session("idle", "v", START));
        open(session("alive", "w", START.plus(IDLE)));

        assertThat(store.purge(START.plusSeconds(10))).isZero();
        assertThat(store.purge(START.plusSeconds(11))).isEqualTo(1);
        assertThat(store.find("ended")).isEmpty();
        assertThat(store.find("idle")).isPresent();

        List<Integer> purged = Race.of(
                Collections.nCopies(4, () -> store.purge(START.plus(IDLE).plusSeconds(1))));

        assertThat(purged.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        assertThat(store.find("idle")).isEmpty();
        assertThat(store.find("alive")).isPresent();
    }

    private Opening open(Session session) {
        return store.open(session, 5, WhenFull.END_OLDEST);
    }

    private void openMany(int count) {
        for (int i = 0; i < count; i++) {
            open(session("s" + i, "u", START.plusSeconds(i)));
        }
    }

    private List<String> ids(String user, Instant now) {
        return store.of(user, now).stream().map(Session::id).toList();
    }

    private static RefreshUse use(String id, long generation, String presented, String next, Instant at) {
        return new RefreshUse(id, generation, presented, "phone", next, "sealed", at, at.plus(IDLE), Duration.ZERO);
    }

    private static RefreshUse graced(String id, String presented, String device, Instant at) {
        return new RefreshUse(id, 0, presented, device, "next", "sealed", at, at.plus(IDLE), Duration.ofSeconds(10));
    }

    private static Session session(String id, String user, Instant at) {
        return new Session(
                id,
                user,
                "phone",
                at,
                at,
                at.plus(IDLE),
                Map.of("password", at),
                new Seen(1, Set.of("user")),
                Family.first("hash 0", at),
                Optional.empty());
    }
}
