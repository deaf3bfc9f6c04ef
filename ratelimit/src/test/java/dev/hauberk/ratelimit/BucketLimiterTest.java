package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Rate;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The limiter in memory: the contract, and floods of keys. */
class BucketLimiterTest extends RateLimiterContract {
    private static final Rate RATE = Rate.parse("3 per 1m");

    @Override
    RateLimiter limiter(Rate rate, InstantSource clock) {
        return RateLimiter.inMemory(rate, clock);
    }

    @Test
    @Tag("RATE-1")
    void staysBoundedUnderAMillionKeysAndForgetsNoneThatIsBlocked() {
        FakeClock clock = new FakeClock();
        BucketLimiter limiter = new BucketLimiter(RATE, clock, KeyedMemory.KEYS);
        block(limiter, "victim");
        for (int i = 0; i < 1_000_000; i++) {
            limiter.take("key " + i, 1);
        }
        assertThat(limiter.take("victim", 1).granted()).isFalse();
        assertThat(limiter.size()).isLessThanOrEqualTo(KeyedMemory.KEYS);
    }

    @Test
    @Tag("RATE-1")
    void freesNoneOfManyBlockedKeysEvenWhereThereIsNoRoomForThem() {
        FakeClock clock = new FakeClock();
        BucketLimiter limiter = new BucketLimiter(RATE, clock, 200);
        for (int i = 0; i < 2_000; i++) {
            block(limiter, "blocked " + i);
        }
        for (int i = 0; i < 10_000; i++) {
            limiter.take("key " + i, 1);
        }
        for (int i = 0; i < 2_000; i++) {
            assertThat(limiter.take("blocked " + i, 1).granted())
                    .as("key %d", i)
                    .isFalse();
        }
        assertThat(limiter.size()).isLessThanOrEqualTo(200);
    }

    @Test
    @Tag("RATE-1")
    void needsNoMemoryForABucketThatIsFullAgain() {
        FakeClock clock = new FakeClock();
        BucketLimiter limiter = new BucketLimiter(RATE, clock, 1_000);
        for (int i = 0; i < 100; i++) {
            block(limiter, "key " + i);
        }
        assertThat(limiter.size()).isPositive();
        clock.forward(RATE.per());
        assertThat(limiter.size()).isZero();
    }

    private static void block(RateLimiter limiter, String key) {
        for (int i = 0; i <= RATE.count(); i++) {
            limiter.take(key, 1);
        }
    }
}
