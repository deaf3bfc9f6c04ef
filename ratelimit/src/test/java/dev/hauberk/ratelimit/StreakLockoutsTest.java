package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Failures;
import dev.hauberk.policy.Lockout;
import dev.hauberk.ratelimit.Lockouts.State.Locked;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lockouts in memory: the contract, and floods of names. */
@Tag("AUTHN-4")
class StreakLockoutsTest extends LockoutsContract {
    @Override
    Lockouts lockouts(Lockout policy, InstantSource clock) {
        return Lockouts.inMemory(policy, clock);
    }

    @Test
    void staysBoundedUnderAMillionNamesAndUnlocksNone() {
        StreakLockouts lockouts = new StreakLockouts(POLICY, new FakeClock(), KeyedMemory.KEYS);
        fail(lockouts, 10);
        for (int i = 0; i < 1_000_000; i++) {
            lockouts.failed("name " + i);
        }
        assertThat(lockouts.state("k")).isInstanceOf(Locked.class);
        assertThat(lockouts.size()).isLessThanOrEqualTo(KeyedMemory.KEYS);
    }

    @Test
    void unlocksNoneOfManyLockedNamesEvenWhereThereIsNoRoomForThem() {
        FakeClock clock = new FakeClock();
        Lockout first = new Lockout(new Failures(1), Duration.ofMinutes(30));
        StreakLockouts lockouts = new StreakLockouts(first, clock, 200);
        for (int i = 0; i < 2_000; i++) {
            lockouts.failed("name " + i);
        }
        clock.forward(Duration.ofMinutes(30).minusNanos(1));
        for (int i = 0; i < 2_000; i++) {
            assertThat(lockouts.state("name " + i)).as("name %d", i).isInstanceOf(Locked.class);
        }
        clock.forward(Duration.ofNanos(1));
        for (int i = 0; i < 2_000; i++) {
            assertThat(lockouts.state("name " + i)).as("name %d", i).isNotInstanceOf(Locked.class);
        }
    }

    @Test
    void forgetsAStreakToWhichNothingWasAddedForADay() {
        FakeClock clock = new FakeClock();
        StreakLockouts lockouts = new StreakLockouts(POLICY, clock, 200);
        fail(lockouts, 9);
        clock.forward(Duration.ofDays(1));
        assertThat(lockouts.size()).isZero();
    }

    @Test
    void keepsALockThatIsLongerThanADay() {
        FakeClock clock = new FakeClock();
        Lockouts lockouts = lockouts(new Lockout(new Failures(1), Duration.ofDays(3)), clock);
        lockouts.failed("k");
        clock.forward(Duration.ofDays(2));
        assertThat(lockouts.state("k")).isEqualTo(new Locked(Duration.ofDays(1), false));
    }
}
