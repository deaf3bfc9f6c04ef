package dev.hauberk.ratelimit;

import dev.hauberk.policy.Lockout;
import dev.hauberk.ratelimit.Lockouts.State.Locked;
import java.time.Duration;
import java.time.InstantSource;

/** A streak of failures a key. */
final class StreakLockouts implements Lockouts {
    private static final Duration DAY = Duration.ofDays(1);

    private final SteadyClock clock;
    private final KeyedMemory<Streak> streaks;

    StreakLockouts(Lockout policy, InstantSource source, int keys) {
        this.clock = new SteadyClock(source);
        long time = policy.time().toNanos();
        this.streaks = new KeyedMemory<>(keys, forget(policy), clock, held -> {
            Streak streak = new Streak(policy.after().count(), time);
            held.ifPresent(streak::lock);
            return streak;
        });
    }

    @Override
    public State failed(String key) {
        Streak streak = streaks.of(key);
        State state = streak.failed(clock);
        if (state instanceof Locked) {
            streaks.hold(key, streak);
        }
        return state;
    }

    @Override
    public State succeeded(String key) {
        return streaks.of(key).succeeded(clock);
    }

    @Override
    public void unlock(String key) {
        streaks.of(key).unlock();
    }

    @Override
    public State state(String key) {
        return streaks.of(key).state(clock);
    }

    /** After how long without another one failures are forgotten: never while one is locked. */
    static Duration forget(Lockout policy) {
        return policy.time().compareTo(DAY) > 0 ? policy.time() : DAY;
    }

    /** How many keys are remembered, for tests. */
    long size() {
        return streaks.size();
    }
}
