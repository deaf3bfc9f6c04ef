package dev.hauberk.ratelimit;

import dev.hauberk.ratelimit.Attempts.Taken;
import java.time.Duration;
import java.util.Arrays;

/**
 * The attempts of one key in the last so many nanoseconds: when each was, oldest first. The time of an attempt is also its
 * name, so no two have the same. Thread-safe, by a lock that is held for some nanoseconds.
 */
final class Window {
    private final long[] stamps;
    private final long length;
    private int count;
    private long last = Long.MIN_VALUE;

    Window(int most, long length) {
        this.stamps = new long[most];
        this.length = length;
    }

    /** Asks the clock within the lock, so that attempts are in the order of their times. */
    synchronized Taken take(SteadyClock clock) {
        long now = clock.read();
        forget(now);
        if (count == stamps.length) {
            return new Taken.Refused(Duration.ofNanos(stamps[0] + length - now));
        }
        last = Math.max(now, last + 1);
        stamps[count++] = last;
        return new Taken.Granted(last);
    }

    synchronized void giveBack(long stamp) {
        int at = Arrays.binarySearch(stamps, 0, count, stamp);
        if (at >= 0) {
            remove(at, 1);
        }
    }

    /** Has every attempt be one of this time. */
    synchronized void fill(long time) {
        Arrays.fill(stamps, time);
        count = stamps.length;
        last = time;
    }

    synchronized boolean isFull() {
        return count == stamps.length;
    }

    private void forget(long now) {
        int gone = 0;
        while (gone < count && stamps[gone] <= now - length) {
            gone++;
        }
        remove(0, gone);
    }

    private void remove(int from, int many) {
        System.arraycopy(stamps, from + many, stamps, from, count - from - many);
        count -= many;
    }
}
