package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hauberk.Permit;
import dev.hauberk.policy.Rate;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every limiter keeps, wherever it counts. */
abstract class RateLimiterContract {
    private static final Rate RATE = Rate.parse("30 per 1m");
    private static final Duration EACH = Duration.ofSeconds(2);

    private final FakeClock clock = new FakeClock();

    /** A limiter that has counted nothing yet. */
    abstract RateLimiter limiter(Rate rate, InstantSource clock);

    /** The least time that it tells apart. */
    Duration tick() {
        return Duration.ofNanos(1);
    }

    @Test
    @Tag("RATE-5")
    void grantsAsManyAsThereAreAndRefusesTheNext() {
        RateLimiter limiter = limiter(RATE, clock);
        for (int left = 29; left >= 0; left--) {
            assertThat(limiter.take("k", 1))
                    .isEqualTo(new Permit(true, 30, left, Duration.ZERO, EACH.multipliedBy(30 - left)));
        }
        assertThat(limiter.take("k", 1)).isEqualTo(new Permit(false, 30, 0, EACH, Duration.ofMinutes(1)));
    }

    @Test
    @Tag("RATE-1")
    void refillsEvenlyAndToNoMoreThanAll() {
        RateLimiter limiter = limiter(RATE, clock);
        limiter.take("k", 30);
        clock.forward(EACH.minus(tick()));
        assertThat(limiter.take("k", 1).granted()).isFalse();
        clock.forward(tick());
        assertThat(limiter.take("k", 1).granted()).isTrue();
        assertThat(limiter.take("k", 1).granted()).isFalse();
        clock.forward(Duration.ofDays(365));
        assertThat(limiter.take("k", 1).remaining()).isEqualTo(29);
    }

    @Test
    @Tag("RATE-1")
    void grantsNoMoreThanTheLimitAndWhatWasRefilledAtTheEdgeOfAMinute() {
        RateLimiter limiter = limiter(RATE, clock);
        clock.forward(Duration.ofSeconds(59));
        long granted = takeAll(limiter, "k");
        clock.forward(Duration.ofSeconds(2));
        granted += takeAll(limiter, "k");
        assertThat(granted).isEqualTo(31);
    }

    @Test
    @Tag("RATE-1")
    void takesAllOrNothing() {
        RateLimiter limiter = limiter(RATE, clock);
        limiter.take("k", 28);
        Permit refused = limiter.take("k", 3);
        assertThat(refused.granted()).isFalse();
        assertThat(refused.remaining()).isEqualTo(2);
        assertThat(refused.retryAfter()).isEqualTo(EACH);
        assertThat(limiter.take("k", 2).granted()).isTrue();
    }

    @Test
    @Tag("RATE-1")
    void countsEachKeyForItself() {
        RateLimiter limiter = limiter(RATE, clock);
        takeAll(limiter, "k");
        assertThat(limiter.take("K", 1).remaining()).isEqualTo(29);
        assertThat(limiter.take("k ", 1).remaining()).isEqualTo(29);
        assertThat(limiter.take("", 1).remaining()).isEqualTo(29);
    }

    @ParameterizedTest
    @Tag("RATE-6")
    @ValueSource(longs = {0, -1, 31, Long.MIN_VALUE, Long.MAX_VALUE})
    void refusesACostThatCannotBe(long cost) {
        RateLimiter limiter = limiter(RATE, clock);
        assertThatIllegalArgumentException().isThrownBy(() -> limiter.take("k", cost));
        assertThat(limiter.take("k", 1).remaining()).isEqualTo(29);
    }

    @Test
    @Tag("RATE-1")
    void givesNothingAwayWhereTheClockIsSetBack() {
        RateLimiter limiter = limiter(RATE, clock);
        takeAll(limiter, "k");
        clock.back(Duration.ofMinutes(20));
        assertThat(limiter.take("k", 1).granted()).isFalse();
        clock.forward(EACH);
        long granted = takeAll(limiter, "k");
        clock.forward(EACH);
        granted += takeAll(limiter, "k");
        assertThat(granted).isBetween(1L, 2L);
    }

    @Test
    @Tag("RATE-1")
    void grantsExactlyTheLimitTo64ThreadsAtOnce() throws Exception {
        RateLimiter limiter = limiter(Rate.parse("1000 per 1m"), clock);
        List<Long> granted = Race.run(() -> {
            long own = 0;
            for (int i = 0; i < 500; i++) {
                own += limiter.take("k", 1).granted() ? 1 : 0;
            }
            return own;
        });
        assertThat(granted.stream().mapToLong(Long::longValue).sum()).isEqualTo(1_000);
    }

    @Test
    @Tag("RATE-1")
    void grantsTheLimitAndWhatIsRefilledTo64ThreadsWhileTimePasses() throws Exception {
        RateLimiter limiter = limiter(RATE, clock);
        long atFirst = takeAll(limiter, "k");
        List<Long> granted = Race.run(() -> {
            long own = 0;
            for (int i = 0; i < 20; i++) {
                clock.forward(Duration.ofMillis(10));
                own += limiter.take("k", 1).granted() ? 1 : 0;
            }
            return own;
        });
        long more = granted.stream().mapToLong(Long::longValue).sum() + takeAll(limiter, "k");
        assertThat(atFirst).isEqualTo(30);
        assertThat(more).isEqualTo(64 * 20 * 10 / 2_000);
    }

    /**
     * A step of the model.
     *
     * @param nanos how far time goes first
     * @param cost what is asked for then
     */
    record Step(long nanos, long cost) {}

    @Property(tries = 500)
    @net.jqwik.api.Tag("RATE-1")
    void countsAsABucketOfWholeNumbers(
            @ForAll @IntRange(min = 1, max = 40) int count,
            @ForAll @IntRange(min = 1, max = 100) int seconds,
            @ForAll("steps") List<Step> steps) {
        FakeClock time = new FakeClock();
        long per = Duration.ofSeconds(seconds).toNanos();
        RateLimiter limiter = limiter(new Rate(count, Duration.ofNanos(per)), time);
        BigInteger token = BigInteger.valueOf(per);
        BigInteger full = token.multiply(BigInteger.valueOf(count));
        BigInteger level = full;
        for (Step step : steps) {
            long nanos = step.nanos - step.nanos % tick().toNanos();
            time.forward(Duration.ofNanos(nanos));
            level = level.add(BigInteger.valueOf(nanos).multiply(BigInteger.valueOf(count)))
                    .min(full);
            long cost = Math.min(step.cost, count);
            BigInteger asked = token.multiply(BigInteger.valueOf(cost));
            boolean granted = level.compareTo(asked) >= 0;
            level = granted ? level.subtract(asked) : level;

            Permit permit = limiter.take("k", cost);
            assertThat(permit.granted()).isEqualTo(granted);
            long left = level.divide(token).longValueExact();
            // A refusal that is remembered may say one less than there is, and never more.
            long least = granted || tick().toNanos() == 1 ? left : left - 1;
            assertThat(permit.remaining()).isBetween(least, left);
            if (!granted) {
                assertIsWithinATick(permit.retryAfter(), time(asked.subtract(level), count));
            }
            assertIsWithinATick(permit.resetAfter(), time(full.subtract(level), count));
        }
    }

    private void assertIsWithinATick(Duration time, Duration exact) {
        assertThat(time).isBetween(exact.minusNanos(1), exact.plus(tick()).minusNanos(1));
    }

    /** How long it takes until so much is refilled, rounded up. */
    private static Duration time(BigInteger missing, int count) {
        BigInteger divisor = BigInteger.valueOf(count);
        return Duration.ofNanos(
                missing.add(divisor).subtract(BigInteger.ONE).divide(divisor).longValueExact());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Long> nanos = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(0L)),
                Tuple.of(3, Arbitraries.longs().between(0, 5_000_000_000L)),
                Tuple.of(1, Arbitraries.longs().between(0, 200_000_000_000L)));
        return Combinators.combine(nanos, Arbitraries.longs().between(1, 6))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    private static long takeAll(RateLimiter limiter, String key) {
        long granted = 0;
        while (limiter.take(key, 1).granted()) {
            granted++;
        }
        return granted;
    }
}
