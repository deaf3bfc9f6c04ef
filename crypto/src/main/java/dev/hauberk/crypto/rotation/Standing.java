package dev.hauberk.crypto.rotation;

import java.util.List;
import java.util.Optional;

/**
 * How far a column is.
 *
 * @param passes how many passes have ended
 * @param running whether one has begun and not ended
 * @param reached the primary key of the last row that was looked at in this pass
 * @param total how many rows there were to look at when it began
 * @param counts what this pass, or the last one, came to
 * @param fence of whoever has the lease, or had it last
 * @param leasedUntil until when nobody else may take it, in milliseconds since 1970
 */
record Standing(
        long passes,
        boolean running,
        Optional<List<String>> reached,
        long total,
        Counts counts,
        long fence,
        long leasedUntil) {
    static final Standing NEW = new Standing(0, false, Optional.empty(), 0, Counts.NONE, 0, 0);

    /** Taken by somebody, until another time. */
    Standing taken(long until) {
        return new Standing(passes, running, reached, total, counts, fence + 1, until);
    }

    /** At the first row of a new pass. */
    Standing begun(long rows) {
        return new Standing(passes, true, Optional.empty(), rows, Counts.NONE, fence, leasedUntil);
    }

    /** At the first row once more, since the pass left rows. */
    Standing again() {
        Counts kept = new Counts(0, counts.rewritten(), 0, 0, 0);
        return new Standing(passes, true, Optional.empty(), total, kept, fence, leasedUntil);
    }

    /** Some rows further, with the lease prolonged. */
    Standing advanced(Optional<List<String>> to, Counts by, long until) {
        return new Standing(passes, running, to, total, counts.plus(by), fence, until);
    }

    /** At the end of a pass, and free. */
    Standing ended() {
        return new Standing(passes + 1, false, Optional.empty(), total, counts, fence, 0);
    }

    /** As it is, and free. */
    Standing freed() {
        return new Standing(passes, running, reached, total, counts, fence, 0);
    }
}
