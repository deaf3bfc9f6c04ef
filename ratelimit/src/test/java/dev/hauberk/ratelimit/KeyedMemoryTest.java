package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-1")
class KeyedMemoryTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final FakeClock behind = new FakeClock();
    private final SteadyClock clock = new SteadyClock(behind);
    private final List<OptionalLong> made = new CopyOnWriteArrayList<>();
    private final KeyedMemory<AtomicInteger> memory = new KeyedMemory<>(100, HOUR, clock, held -> {
        made.add(held);
        return new AtomicInteger();
    });

    @Test
    void makesOneThingForEachKeyWhateverTheThreads() throws Exception {
        Set<AtomicInteger> found = new HashSet<>(Race.run(() -> memory.of("k")));
        assertThat(found).hasSize(1);
        assertThat(made).containsExactly(OptionalLong.empty());
    }

    @Test
    void findsAgainWhatIsHeldAfterAFloodOfOtherKeys() {
        AtomicInteger held = memory.of("held");
        memory.hold("held", held);
        flood(10_000);
        assertThat(memory.of("held")).isSameAs(held);
        assertThat(memory.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void forgetsWhatIsNotHeldInAFloodOfOtherKeys() {
        for (int i = 0; i < 1_000; i++) {
            memory.of("key " + i).set(1);
        }
        long kept = 0;
        for (int i = 0; i < 1_000; i++) {
            kept += memory.of("key " + i).get();
        }
        assertThat(kept).isLessThanOrEqualTo(50);
    }

    @Test
    void tellsOfAKeyThatWasPushedOutWhileItWasHeldWhenThatWas() {
        behind.forward(Duration.ofNanos(5));
        for (int i = 0; i < 1_000; i++) {
            memory.hold("held " + i, memory.of("held " + i));
        }
        flood(1_000);
        made.clear();
        for (int i = 0; i < 1_000; i++) {
            memory.of("held " + i);
        }
        assertThat(made).hasSizeGreaterThanOrEqualTo(900).containsOnly(OptionalLong.of(5));
    }

    @Test
    void forgetsThatAKeyWasPushedOutWhenItWouldHaveBeenForgottenAnyway() {
        for (int i = 0; i < 1_000; i++) {
            memory.hold("held " + i, memory.of("held " + i));
        }
        behind.forward(HOUR);
        made.clear();
        for (int i = 0; i < 1_000; i++) {
            memory.of("held " + i);
        }
        assertThat(made).hasSize(1_000).containsOnly(OptionalLong.empty());
    }

    @Test
    void forgetsWhatNobodyAsksForInTime() {
        memory.hold("held", memory.of("held"));
        memory.of("recent");
        behind.forward(HOUR.minusNanos(1));
        assertThat(memory.size()).isEqualTo(2);
        behind.forward(Duration.ofNanos(1));
        assertThat(memory.size()).isZero();
    }

    @Test
    void keepsWhatIsAskedForAgainAndAgainInAFloodOfOtherKeys() {
        AtomicInteger asked = memory.of("asked");
        for (int i = 0; i < 10_000; i++) {
            behind.forward(Duration.ofNanos(1));
            memory.of("flood " + i);
            assertThat(memory.of("asked")).isSameAs(asked);
        }
        assertThat(memory.size()).isLessThanOrEqualTo(100);
    }

    @Test
    void freesAPlaceAlsoWhereEverythingIsAskedForAgain() {
        for (int i = 0; i < 1_000; i++) {
            behind.forward(Duration.ofNanos(1));
            for (int key = Math.max(0, i - 60); key <= i; key++) {
                memory.of("key " + key);
            }
        }
        assertThat(memory.size()).isLessThanOrEqualTo(50);
    }

    @Test
    void holdsWhatWasPushedOutBeforeItWasHeld() {
        AtomicInteger first = memory.of("k");
        flood(1_000);
        memory.hold("k", first);
        assertThat(memory.of("k")).isSameAs(first);
        flood(1_000);
        assertThat(memory.of("k")).isSameAs(first);
    }

    @Test
    void leavesItsPlaceAmongTheHeldToOthersWhereNobodyAsksForItInTime() {
        for (int i = 0; i < 50; i++) {
            memory.hold("old " + i, memory.of("old " + i));
        }
        behind.forward(HOUR);
        memory.of("old 0");
        for (int i = 0; i < 50; i++) {
            memory.hold("new " + i, memory.of("new " + i));
        }
        made.clear();
        for (int i = 1; i < 50; i++) {
            memory.of("old " + i);
        }
        assertThat(made).hasSize(49).containsOnly(OptionalLong.empty());
    }

    @Test
    void holdsOneOfManyThreadsThatHoldAtOnce() throws Exception {
        AtomicInteger value = memory.of("k");
        Race.run(() -> {
            memory.hold("k", value);
            return memory.of("k");
        });
        flood(1_000);
        assertThat(memory.of("k")).isSameAs(value);
        assertThat(memory.size()).isLessThanOrEqualTo(51);
    }

    private void flood(int keys) {
        for (int i = 0; i < keys; i++) {
            memory.of("flood " + i);
        }
    }
}
