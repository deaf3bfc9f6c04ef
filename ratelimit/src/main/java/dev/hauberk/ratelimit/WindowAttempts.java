package dev.hauberk.ratelimit;

import dev.hauberk.policy.Rate;
import java.time.InstantSource;

/** A window a key. One that nobody took from for its whole length is empty, and needs no memory. */
final class WindowAttempts implements Attempts {
    private static final long MOST = 20;

    private final SteadyClock clock;
    private final KeyedMemory<Window> windows;

    WindowAttempts(Rate rate, InstantSource source, int keys) {
        check(rate);
        this.clock = new SteadyClock(source);
        this.windows = new KeyedMemory<>(keys, rate.per(), clock, held -> {
            Window window = new Window((int) rate.count(), rate.per().toNanos());
            held.ifPresent(window::fill);
            return window;
        });
    }

    @Override
    public Taken take(String key) {
        Window window = windows.of(key);
        Taken taken = window.take(clock);
        if (window.isFull()) {
            windows.hold(key, window);
        }
        return taken;
    }

    @Override
    public void giveBack(String key, Taken.Granted taken) {
        windows.of(key).giveBack(taken.stamp());
    }

    /** Counting exactly takes memory for each attempt. */
    static void check(Rate rate) {
        if (rate.count() > MOST) {
            throw new IllegalArgumentException("attempts are counted exactly, so at most " + MOST);
        }
    }

    /** How many keys are remembered, for tests. */
    long size() {
        return windows.size();
    }
}
