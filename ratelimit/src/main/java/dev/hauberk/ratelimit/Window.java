package dev.hauberk.ratelimit;

import dev.hauberk.ratelimit.Attempts.Taken;
import java.time.Duration;
import java.util.Arrays;

/**
 * The attempts of one key in the last so many nanoseconds, oldest first: when each was, and its stamp. A stamp is the time too,
 * but one more than the stamp before where that is needed, so that no two are the same, and none comes again after this window
 * was forgotten. Thread-safe, by a lock that is held for some nanoseconds.
 */
final class Window {
    private final long[] times;
    private final long[] stamps;
    private final long length;
    private int count;
    private long last = Long.MIN_VALUE;

    Window(int most, long length) {
        this.times = new long[most];
        this.stamps = new long[most];
        this.length = length;
    }

    /** Asks the clock within the lock, so that attempts are in the order of their times. */
    synchronized Taken take(SteadyClock clock) {
        long now = clock.read();
        forget(now);
        if (count == times.length) {
            return new Taken.Refused(Duration.ofNanos(times[0] + length - now));
        }
        last = Math.max(now, last + 1);
        times[count] = now;
        stamps[count] = last;
        count++;
        return new Taken.Granted(last);
    }

    synchronized void giveBack(long stamp) {
        int at = Arrays.binarySearch(stamps, 0, count, stamp);
        if (at >= 0) {
            remove(at, 1);
        }
    }

    /** Has every attempt be one of this time. None of them was granted here, and none can be given back. */
    synchronized void fill(long time) {
        Arrays.fill(times, time);
        Arrays.fill(stamps, Long.MIN_VALUE);
        count = times.length;
    }

    synchronized boolean isFull() {
        return count == times.length;
    }

    private void forget(long now) {
        int gone = 0;
        while (gone < count && times[gone] <= now - length) {
            gone++;
        }
        remove(0, gone);
    }

    private void remove(int from, int many) {
        System.arraycopy(times, from + many, times, from, count - from - many);
        System.arraycopy(stamps, from + many, stamps, from, count - from - many);
        count -= many;
    }
}
