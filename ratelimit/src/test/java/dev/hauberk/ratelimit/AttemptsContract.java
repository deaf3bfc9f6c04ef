package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hauberk.policy.Rate;
import dev.hauberk.ratelimit.Attempts.Taken;
import dev.hauberk.ratelimit.Attempts.Taken.Granted;
import dev.hauberk.ratelimit.Attempts.Taken.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every count of attempts keeps, wherever it counts. */
abstract class AttemptsContract {
    private static final Rate RATE = Rate.parse("5 per 15m");

    private final FakeClock clock = new FakeClock();

    /** Attempts of which none was taken yet. */
    abstract Attempts attempts(Rate rate, InstantSource clock);

    /** The least time that it knows. */
    Duration tick() {
        return Duration.ofNanos(1);
    }

    @Test
    @Tag("AUTHN-3")
    void grantsFiveAndRefusesTheSixthUntilTheFirstIsOutOfTheWindow() {
        Attempts attempts = attempts(RATE, clock);
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.take("k")).isInstanceOf(Granted.class);
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(attempts.take("k")).isEqualTo(new Refused(Duration.ofMinutes(10)));
        clock.forward(Duration.ofMinutes(10).minus(tick()));
        assertThat(attempts.take("k")).isEqualTo(new Refused(tick()));
        clock.forward(tick());
        assertThat(attempts.take("k")).isInstanceOf(Granted.class);
        assertThat(attempts.take("k")).isEqualTo(new Refused(Duration.ofMinutes(1)));
    }

    @Test
    @Tag("AUTHN-3")
    void countsNoAttemptThatItRefuses() {
        Attempts attempts = attempts(RATE, clock);
        takeAll(attempts, "k");
        for (int i = 0; i < 100; i++) {
            clock.forward(Duration.ofSeconds(1));
            assertThat(attempts.take("k")).isInstanceOf(Refused.class);
        }
        clock.forward(Duration.ofMinutes(15).minusSeconds(100));
        assertThat(takeAll(attempts, "k")).hasSize(5);
    }

    @Test
    @Tag("AUTHN-3")
    void givesBackOnceHoweverOftenItIsAsked() {
        Attempts attempts = attempts(RATE, clock);
        List<Granted> taken = takeAll(attempts, "k");
        attempts.giveBack("k", taken.get(2));
        attempts.giveBack("k", taken.get(2));
        attempts.giveBack("k", taken.get(2));
        assertThat(takeAll(attempts, "k")).hasSize(1);
    }

    @Test
    @Tag("AUTHN-3")
    void givesNothingBackOfAnAttemptThatIsPast() {
        Attempts attempts = attempts(RATE, clock);
        Granted past = takeAll(attempts, "k").get(0);
        clock.forward(Duration.ofMinutes(15));
        assertThat(takeAll(attempts, "k")).hasSize(5);
        attempts.giveBack("k", past);
        assertThat(attempts.take("k")).isInstanceOf(Refused.class);
    }

    @Test
    @Tag("AUTHN-3")
    void countsEachKeyForItself() {
        Attempts attempts = attempts(RATE, clock);
        takeAll(attempts, "k");
        assertThat(takeAll(attempts, "K")).hasSize(5);
    }

    @Test
    @Tag("AUTHN-3")
    void givesNoAttemptMoreWhereTheClockIsSetBack() {
        Attempts attempts = attempts(RATE, clock);
        takeAll(attempts, "k");
        clock.back(Duration.ofMinutes(20));
        assertThat(attempts.take("k")).isEqualTo(new Refused(Duration.ofMinutes(15)));
        clock.forward(Duration.ofMinutes(14));
        assertThat(attempts.take("k")).isEqualTo(new Refused(Duration.ofMinutes(1)));
        clock.forward(Duration.ofMinutes(1));
        assertThat(takeAll(attempts, "k")).hasSize(5);
    }

    @Test
    @Tag("AUTHN-3")
    void countsUpToTwentyExactlyAndNoMore() {
        assertThat(takeAll(attempts(Rate.parse("20 per 1h"), clock), "k")).hasSize(20);
        assertThat(takeAll(attempts(Rate.parse("1 per 1s"), clock), "k")).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> attempts(Rate.parse("21 per 1h"), clock));
    }

    @Test
    @Tag("AUTHN-3")
    void grantsOneTo64ThreadsWhereOneIsLeft() throws Exception {
        Attempts attempts = attempts(RATE, clock);
        for (int i = 0; i < 4; i++) {
            attempts.take("k");
        }
        assertThat(Race.run(() -> attempts.take("k")))
                .filteredOn(Granted.class::isInstance)
                .hasSize(1);
    }

    @Test
    @Tag("AUTHN-3")
    void neverHasMoreThanFiveOutWhile64ThreadsTakeAndGiveBack() throws Exception {
        Attempts attempts = attempts(RATE, clock);
        AtomicInteger out = new AtomicInteger();
        List<Boolean> kept = Race.run(() -> {
            boolean within = true;
            for (int i = 0; i < 200; i++) {
                if (attempts.take("k") instanceof Granted granted) {
                    within &= out.incrementAndGet() <= 5;
                    out.decrementAndGet();
                    attempts.giveBack("k", granted);
                }
            }
            return within;
        });
        assertThat(kept).containsOnly(true);
        assertThat(takeAll(attempts, "k")).hasSize(5);
    }

    /**
     * A step of the model.
     *
     * @param move what the clock does first, in milliseconds; back where it is negative
     * @param giveBack which of the attempts that were granted is given back, counted from the last; none where it is negative
     */
    record Step(long move, int giveBack) {}

    @Property(tries = 500)
    @net.jqwik.api.Tag("AUTHN-3")
    void countsAsAListOfTimes(@ForAll @IntRange(min = 1, max = 20) int count, @ForAll("steps") List<Step> steps) {
        FakeClock time = new FakeClock();
        Attempts attempts = attempts(new Rate(count, Duration.ofSeconds(100)), time);
        List<Long> model = new ArrayList<>();
        List<Granted> granted = new ArrayList<>();
        List<Long> times = new ArrayList<>();
        long now = 0;
        for (Step step : steps) {
            time.forward(Duration.ofMillis(step.move));
            now += Math.max(0, step.move);
            long oldest = now - 100_000;
            model.removeIf(at -> at <= oldest);
            Taken taken = attempts.take("k");
            assertThat(taken instanceof Granted).isEqualTo(model.size() < count);
            if (taken instanceof Granted one) {
                granted.add(one);
                times.add(now);
                model.add(now);
            }
            int which = granted.size() - 1 - step.giveBack;
            if (step.giveBack >= 0 && which >= 0) {
                attempts.giveBack("k", granted.remove(which));
                model.remove(times.remove(which));
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> move = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.longs().between(1, 20_000)),
                Tuple.of(1, Arbitraries.longs().between(20_000, 150_000)),
                Tuple.of(1, Arbitraries.longs().between(-5_000_000, -2_000)));
        return Combinators.combine(move, Arbitraries.integers().between(-6, 3))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    private static List<Granted> takeAll(Attempts attempts, String key) {
        List<Granted> granted = new ArrayList<>();
        while (attempts.take(key) instanceof Granted one) {
            granted.add(one);
        }
        return granted;
    }
}
