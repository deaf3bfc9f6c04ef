package dev.hauberk.identity.session;

import static dev.hauberk.identity.session.StoredSessions.IDLE;
import static dev.hauberk.identity.session.StoredSessions.START;
import static dev.hauberk.identity.session.StoredSessions.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.identity.Race;
import dev.hauberk.identity.session.End.Cause;
import dev.hauberk.policy.SessionPolicy.WhenFull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every store of sessions does, alone and under races. */
abstract class SessionStoreContract {
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
}
