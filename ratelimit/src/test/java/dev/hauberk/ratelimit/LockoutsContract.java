package dev.hauberk.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Failures;
import dev.hauberk.policy.Lockout;
import dev.hauberk.ratelimit.Lockouts.State;
import dev.hauberk.ratelimit.Lockouts.State.Locked;
import dev.hauberk.ratelimit.Lockouts.State.Open;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every count of failures keeps, wherever it counts. */
@Tag("AUTHN-4")
abstract class LockoutsContract {
    static final Lockout POLICY = new Lockout(new Failures(10), Duration.ofMinutes(30));

    private final FakeClock clock = new FakeClock();

    /** Lockouts of which none has begun. */
    abstract Lockouts lockouts(Lockout policy, InstantSource clock);

    /** The least time that it knows. */
    Duration tick() {
        return Duration.ofNanos(1);
    }

    @Test
    void locksAtTheTenthFailureInARowAndSaysSoOnce() {
        Lockouts lockouts = lockouts(POLICY, clock);
        for (int i = 1; i < 10; i++) {
            assertThat(lockouts.failed("k")).isEqualTo(new Open(i));
        }
        assertThat(lockouts.failed("k")).isEqualTo(new Locked(Duration.ofMinutes(30), true));
        assertThat(lockouts.failed("k")).isEqualTo(new Locked(Duration.ofMinutes(30), false));
        assertThat(lockouts.state("k")).isEqualTo(new Locked(Duration.ofMinutes(30), false));
    }

    @Test
    void countsAnewAfterASuccess() {
        Lockouts lockouts = lockouts(POLICY, clock);
        fail(lockouts, 9);
        assertThat(lockouts.succeeded("k")).isEqualTo(new Open(0));
        assertThat(lockouts.failed("k")).isEqualTo(new Open(1));
    }

    @Test
    void staysLockedForWhoeverIsRightMeanwhile() {
        Lockouts lockouts = lockouts(POLICY, clock);
        fail(lockouts, 10);
        clock.forward(Duration.ofMinutes(10));
        assertThat(lockouts.succeeded("k")).isEqualTo(new Locked(Duration.ofMinutes(20), false));
        assertThat(lockouts.state("k")).isEqualTo(new Locked(Duration.ofMinutes(20), false));
    }

    @Test
    void endsByItselfHoweverManyFailuresArriveMeanwhile() {
        Lockouts lockouts = lockouts(POLICY, clock);
        fail(lockouts, 10);
        for (int i = 0; i < 29; i++) {
            clock.forward(Duration.ofMinutes(1));
            assertThat(lockouts.failed("k")).isEqualTo(new Locked(Duration.ofMinutes(29 - i), false));
        }
        clock.forward(Duration.ofMinutes(1).minus(tick()));
        assertThat(lockouts.state("k")).isInstanceOf(Locked.class);
        clock.forward(tick());
        assertThat(lockouts.state("k")).isEqualTo(new Open(0));
        assertThat(lockouts.failed("k")).isEqualTo(new Open(1));
    }

    @Test
    void endsEarlyWhereAnAdministratorUnlocks() {
        Lockouts lockouts = lockouts(POLICY, clock);
        fail(lockouts, 10);
        lockouts.unlock("k");
        assertThat(lockouts.state("k")).isEqualTo(new Open(0));
        fail(lockouts, 3);
        lockouts.unlock("k");
        assertThat(lockouts.failed("k")).isEqualTo(new Open(1));
    }

    @Test
    void endsNoLockEarlyWhereTheClockIsSetBack() {
        Lockouts lockouts = lockouts(POLICY, clock);
        fail(lockouts, 10);
        clock.back(Duration.ofDays(1));
        assertThat(lockouts.state("k")).isEqualTo(new Locked(Duration.ofMinutes(30), false));
        clock.forward(Duration.ofMinutes(30));
        assertThat(lockouts.state("k")).isEqualTo(new Open(0));
    }

    @Test
    void locksAtTheFirstFailureWhereThePolicySaysSo() {
        Lockouts lockouts = lockouts(new Lockout(new Failures(1), Duration.ofSeconds(1)), clock);
        assertThat(lockouts.failed("k")).isEqualTo(new Locked(Duration.ofSeconds(1), true));
    }

    @Test
    void countsEachKeyForItself() {
        Lockouts lockouts = lockouts(POLICY, clock);
        fail(lockouts, 10);
        assertThat(lockouts.state("K")).isEqualTo(new Open(0));
    }

    @Test
    void remembersASlowStreak() {
        Lockouts lockouts = lockouts(POLICY, clock);
        for (int i = 1; i < 10; i++) {
            lockouts.failed("k");
            clock.forward(Duration.ofHours(23));
        }
        assertThat(lockouts.failed("k")).isInstanceOf(Locked.class);
    }

    @Test
    void locksOnceFor64ThreadsThatFailAtOnce() throws Exception {
        Lockouts lockouts = lockouts(POLICY, clock);
        List<State> states = Race.run(() -> lockouts.failed("k"));
        assertThat(states).filteredOn(Open.class::isInstance).hasSize(9);
        assertThat(states)
                .filteredOn(state -> state instanceof Locked locked && locked.justNow())
                .hasSize(1);
    }

    @Test
    void isEitherLockedOrOpenAfterUnlockingWhileFailuresArrive() throws Exception {
        Lockouts lockouts = lockouts(POLICY, clock);
        AtomicInteger turn = new AtomicInteger();
        List<Integer> locks = Race.run(() -> {
            boolean administrator = turn.getAndIncrement() == 0;
            int own = 0;
            for (int i = 0; i < 100; i++) {
                if (administrator) {
                    lockouts.unlock("k");
                } else if (lockouts.failed("k") instanceof Locked locked && locked.justNow()) {
                    own++;
                }
            }
            return own;
        });
        int locked = locks.stream().mapToInt(Integer::intValue).sum();
        // Each lock but the last was ended by an unlocking, and each takes ten failures.
        assertThat(locked).isBetween(1, 101);
        if (lockouts.state("k") instanceof Open open) {
            assertThat(open.failures()).isLessThan(10);
        }
        lockouts.unlock("k");
        assertThat(lockouts.state("k")).isEqualTo(new Open(0));
    }

    static void fail(Lockouts lockouts, int times) {
        for (int i = 0; i < times; i++) {
            lockouts.failed("k");
        }
    }
}
