package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.FakeKeyRing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-2: what a key may do, and the marks on its way. */
@Tag("DATA-2")
class KeyMeterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");

    private final KeyUse store = KeyUse.inMemory();
    private final List<Long> reservations = new ArrayList<>();
    private final AtomicInteger warnings = new AtomicInteger();
    private final KeyMeter meter = meter(reserving(store), 1);

    @Test
    void reservesABlockForManyUses() {
        use(meter, 65_536);
        assertThat(reservations).containsExactly(65_536L);

        use(meter, 1);
        assertThat(reservations).containsExactly(65_536L, 65_536L);
        assertThat(store.reserve("k1", 1)).isEqualTo(131_072);
    }

    @Test
    void warnsOnceAtHalfOfWhatAKeyMayDo() {
        store.reserve("k1", (1L << 31) - 3);

        use(meter, 2);
        assertThat(warnings).hasValue(0);
        use(meter, 1);
        assertThat(warnings).hasValue(1);
        use(meter, 200_000);
        assertThat(warnings).hasValue(1);
    }

    @Test
    void warnsAtItsFirstUseWhereTheMarkWasPassedBefore() {
        store.reserve("k1", (1L << 31) + 5);

        use(meter, 1);

        assertThat(warnings).hasValue(1);
    }

    @Test
    void warnsAtTheMarkInTheMiddleOfABlock() {
        store.reserve("k1", (1L << 31) - 5_000);

        use(meter, 4_999);
        assertThat(warnings).hasValue(0);
        use(meter, 1);
        assertThat(warnings).hasValue(1);
    }

    @Test
    void doesAllThatAKeyMayDoAndNoMore() {
        store.reserve("k1", (1L << 32) - 3);

        use(meter, 3);

        refuses(meter);
        refuses(meter);
        assertThat(reservations).as("it asks no more once it knows").hasSize(1);
    }

    @Test
    void refusesAKeyThatOthersUsedUp() {
        store.reserve("k1", 1L << 32);
        refuses(meter);

        store.reserve("k1", 1L << 33);
        refuses(meter(store, 1));
    }

    @Test
    void doesAllOfABlockThatEndsAtTheLimit() {
        store.reserve("k1", (1L << 32) - 65_536);

        use(meter, 65_536);

        refuses(meter);
    }

    @Test
    void usesWhatAnotherThreadsLeftOfTheLastChunk() throws Exception {
        store.reserve("k1", (1L << 32) - 2_048);
        KeyMeter shared = meter(store, 2);
        use(shared, 1);
        Thread other = threadOfAnotherStripe(() -> use(shared, 2_047), 4);
        other.start();
        other.join();

        refuses(shared);
    }

    private static Thread threadOfAnotherStripe(Runnable work, int stripes) {
        while (true) {
            Thread thread = new Thread(work);
            if ((thread.getId() & stripes - 1) != (Thread.currentThread().getId() & stripes - 1)) {
                return thread;
            }
        }
    }

    @Test
    void countsEachUseOnceAmongThreads() throws Exception {
        int all = 40_000;
        store.reserve("k1", (1L << 32) - all);
        KeyMeter shared = meter(store, 64);
        AtomicInteger done = new AtomicInteger();
        Callable<Boolean> user = () -> {
            try {
                while (true) {
                    shared.use();
                    done.incrementAndGet();
                }
            } catch (KeyExhaustedException e) {
                return true;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> end : threads.invokeAll(Collections.nCopies(8, user))) {
                assertThat(end.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(done).hasValue(all);
        assertThat(warnings).hasValue(1);
    }

    @Test
    void goesOnWithWhatItReservedAndIsClosedAfterwardsWhereTheStoreFails() {
        boolean[] down = {false};
        KeyMeter failing = meter(
                (key, uses) -> {
                    if (down[0]) {
                        throw new UnavailableException("down");
                    }
                    return store.reserve(key, uses);
                },
                1);
        use(failing, 1);
        down[0] = true;

        use(failing, 65_535);
        assertThatThrownBy(failing::use).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(failing::use).isInstanceOf(UnavailableException.class);

        down[0] = false;
        use(failing, 1);
    }

    @Test
    void givesAThreadThatWaitedAUseOfTheChunkThatItWaitedFor() throws Exception {
        List<Thread> waiting = new ArrayList<>();
        KeyMeter[] shared = new KeyMeter[1];
        shared[0] = meter(
                (key, uses) -> {
                    Thread other = ofSameStripe(() -> shared[0].use());
                    waiting.add(other);
                    other.start();
                    while (other.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                    }
                    reservations.add(uses);
                    return store.reserve(key, uses);
                },
                1);

        shared[0].use();
        waiting.get(0).join();
        use(shared[0], 65_534);

        assertThat(reservations).as("65,536 uses, of one block").hasSize(1);
    }

    /** A meter for one processor has two stripes, for threads of odd and of even numbers. */
    private static Thread ofSameStripe(Runnable task) {
        Thread thread = new Thread(task);
        while ((thread.getId() - Thread.currentThread().getId()) % 2 != 0) {
            thread = new Thread(task);
        }
        return thread;
    }

    @Test
    void isAskedByEachEncryptionAndByNoOther() {
        KeyUse shared = KeyUse.inMemory();
        shared.reserve("k2", (1L << 32) - 4);
        List<Event> events = new ArrayList<>();
        Events published = new Events();
        published.subscribe(events::add);
        FieldCipher cipher = FieldCipher.builder(FakeKeyRing.of("k2", "k1"))
                .keyUse(shared)
                .events(published)
                .clock(() -> NOW)
                .build();

        // One count for all columns, in all three ways.
        String stored = cipher.encrypt("ada", HERE);
        cipher.encrypt(new byte[1], HERE);
        cipher.encrypt(new byte[1], HERE, new byte[200]);
        cipher.encrypt("ada", Places.place("acme", "orders", "note", "7"));

        assertThatThrownBy(() -> cipher.encrypt("ada", HERE))
                .isInstanceOf(KeyExhaustedException.class)
                .hasMessageContaining("k2")
                .hasMessageContaining("HAUBERK_KEYS");
        assertThat(cipher.decrypt(stored, HERE)).isEqualTo("ada");
        assertThat(FieldCipher.builder(FakeKeyRing.of("k1", "k2"))
                        .keyUse(shared)
                        .build()
                        .encrypt("ada", HERE))
                .as("another key goes on")
                .isNotEmpty();
        assertThat(events)
                .containsExactly(
                        new Event(NOW, Control.DATA_2, Event.Outcome.NOTICED, "key-half-used", Map.of("key", "k2")));
    }

    private KeyMeter meter(KeyUse counting, int processors) {
        return new KeyMeter("k1", counting, processors, warnings::incrementAndGet);
    }

    private KeyUse reserving(KeyUse counting) {
        return (key, uses) -> {
            reservations.add(uses);
            return counting.reserve(key, uses);
        };
    }

    private static void use(KeyMeter used, int times) {
        for (int i = 0; i < times; i++) {
            used.use();
        }
    }

    private static void refuses(KeyMeter used) {
        assertThatThrownBy(used::use).isInstanceOf(KeyExhaustedException.class);
    }
}
