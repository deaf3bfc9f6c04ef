package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-1")
class SteadyClockTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final FakeClock behind = new FakeClock();
    private final SteadyClock clock = new SteadyClock(behind);

    @Test
    void goesOnWithTheClockBehind() {
        assertThat(clock.read()).isZero();
        behind.forward(Duration.ofNanos(7));
        assertThat(clock.read()).isEqualTo(7);
    }

    @Test
    void readsTheSystemsClockAsOneThatNobodyCanSet() {
        for (InstantSource system : List.of(InstantSource.system(), Clock.systemUTC())) {
            SteadyClock own = new SteadyClock(system);
            long before = System.nanoTime();
            long first = own.read();
            long second = own.read();
            assertThat(second - first).isBetween(0L, System.nanoTime() - before);
        }
    }

    @Test
    void goesOnFromWhereItStoodWhereTheClockBehindIsSetBack() {
        behind.forward(Duration.ofSeconds(100));
        assertThat(clock.read()).isEqualTo(100 * SECOND);
        behind.back(Duration.ofDays(300));
        assertThat(clock.read()).isEqualTo(100 * SECOND);
        behind.forward(Duration.ofSeconds(5));
        assertThat(clock.read()).isEqualTo(105 * SECOND);
        behind.back(Duration.ofSeconds(50));
        assertThat(clock.read()).isEqualTo(105 * SECOND);
        behind.forward(Duration.ofSeconds(1));
        assertThat(clock.read()).isEqualTo(106 * SECOND);
    }

    @Test
    void standsStillWhereTheClockBehindIsSetBackByLessThanASecond() {
        behind.forward(Duration.ofSeconds(100));
        clock.read();
        behind.back(Duration.ofMillis(900));
        assertThat(clock.read()).isEqualTo(100 * SECOND);
        behind.forward(Duration.ofMillis(900));
        assertThat(clock.read()).isEqualTo(100 * SECOND);
        behind.forward(Duration.ofMillis(1));
        assertThat(clock.read()).isEqualTo(100 * SECOND + 1_000_000);
    }

    @Test
    void goesBackForNoneOf64ThreadsAndAddsNothing() throws Exception {
        List<Boolean> steady = Race.run(() -> {
            boolean forward = true;
            long before = clock.read();
            for (int i = 0; i < 1_000; i++) {
                behind.forward(Duration.ofNanos(1));
                long now = clock.read();
                forward &= now >= before;
                before = now;
            }
            return forward;
        });
        assertThat(steady).containsOnly(true);
        assertThat(clock.read()).isEqualTo(Race.THREADS * 1_000L);
    }

    @Test
    void isSetBackOnceFor64ThreadsThatSeeIt() throws Exception {
        behind.forward(Duration.ofSeconds(100));
        clock.read();
        behind.back(Duration.ofSeconds(50));
        assertThat(Race.run(clock::read)).containsOnly(100 * SECOND);
        behind.forward(Duration.ofSeconds(1));
        assertThat(clock.read()).isEqualTo(101 * SECOND);
    }
}
