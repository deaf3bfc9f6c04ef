package dev.hauberk.crypto.rotation;

import java.util.List;

/**
 * What a rotation came to.
 *
 * @param target the id of the key that everything moves to
 * @param columns each column, in the order in which they were given
 */
public record RotationReport(String target, List<Column> columns) {
    public RotationReport {
        columns = List.copyOf(columns);
    }

    /**
     * Whether every row of every column was looked at and is now under the target. What the application wrote behind the rotation with an
     * older key is not known here: {@link EnvelopeScan} is what says that a key may be retired.
     */
    public boolean isComplete() {
        return columns.stream().allMatch(Column::isComplete);
    }

    /** Where a column is. */
    public enum State {
        /** A node is at it. */
        RUNNING,
        /** The pass is at its end. */
        ENDED,
        /** It was stopped, and goes on from there when it is run again. */
        STOPPED
    }

    /**
     * The pass over a column, as far as it is, by all nodes that worked at it.
     *
     * @param table as the database names it
     * @param column as the database names it
     * @param state where it is
     * @param total rows that there were to look at when the pass began
     * @param seen rows that were looked at
     * @param rewritten rows that were encrypted anew since the column was begun
     * @param contended rows that were left since somebody else was writing to them and did not come to an end
     * @param unreadable rows that do not open, and were left as they are
     * @param refused rows whose new value the database refused: it is too long, or against a constraint
     */
    public record Column(
            String table,
            String column,
            State state,
            long total,
            long seen,
            long rewritten,
            long contended,
            long unreadable,
            long refused) {
        /** Whether the pass is at its end and left nothing. */
        public boolean isComplete() {
            return state == State.ENDED && contended + unreadable + refused == 0;
        }
    }
}
