package dev.hauberk.crypto.rotation;

/**
 * What a pass over a column came to so far, by whichever nodes.
 *
 * @param seen rows that were looked at
 * @param rewritten rows that were written anew, in the passes before as well where those left some
 * @param contended rows that were left since somebody else wrote to them meanwhile
 * @param unreadable rows that do not open
 * @param refused rows whose new value the database refuses
 */
record Counts(long seen, long rewritten, long contended, long unreadable, long refused) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    static Counts ofSeen(long seen) {
        return new Counts(seen, 0, 0, 0, 0);
    }

    /** Of a row that was to be written. */
    static Counts ofWritten(int rows) {
        return new Counts(0, rows, 1 - rows, 0, 0);
    }

    static Counts ofContended(long contended) {
        return new Counts(0, 0, contended, 0, 0);
    }

    static Counts ofUnreadable() {
        return new Counts(0, 0, 0, 1, 0);
    }

    static Counts ofRefused() {
        return new Counts(0, 0, 0, 0, 1);
    }

    Counts plus(Counts other) {
        return new Counts(
                seen + other.seen,
                rewritten + other.rewritten,
                contended + other.contended,
                unreadable + other.unreadable,
                refused + other.refused);
    }
}
