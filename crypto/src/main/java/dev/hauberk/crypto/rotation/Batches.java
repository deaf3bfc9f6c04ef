package dev.hauberk.crypto.rotation;

import dev.hauberk.store.jdbc.RefusedException;
import dev.hauberk.store.jdbc.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads rows of a column, seals them, and commits them with the column's progress. Used by one thread at a time. */
final class Batches {
    private final Transactions transactions;
    private final Rows rows;
    private final Sealer sealer;
    private final Pacing pacing;
    private final Hold hold;
    private final Troubles troubles;

    Batches(Transactions transactions, Rows rows, Sealer sealer, Pacing pacing, Hold hold, Troubles troubles) {
        this.transactions = transactions;
        this.rows = rows;
        this.sealer = sealer;
        this.pacing = pacing;
        this.hold = hold;
        this.troubles = troubles;
    }

    /** A row, and what becomes of it. */
    private record Judged(Row row, Outcome outcome) {}

    /** The next rows of the pass; none at its end. */
    List<Row> next() {
        return transactions.run(
                connection -> rows.page(connection, hold.standing().reached(), pacing.batch()));
    }

    /**
     * Seals the next rows of the pass, and moves past them.
     *
     * @return those that somebody else was writing to
     */
    List<Row> write(List<Row> page) {
        return write(judged(page), Counts.ofSeen(1), true);
    }

    /**
     * Seals rows that {@link #write} left, as they are now.
     *
     * @return those that somebody else is still writing to
     */
    List<Row> again(List<Row> contended) {
        List<Row> now = transactions.run(connection -> rows.find(connection, contended));
        if (now.size() < contended.size()) {
            Counts gone = Counts.ofContended(now.size() - contended.size());
            hold.move(after(hold.standing().reached(), gone));
        }
        return now.isEmpty() ? now : write(judged(now), Counts.ofContended(-1), false);
    }

    private List<Judged> judged(List<Row> page) {
        return page.stream().map(row -> new Judged(row, sealer.of(row))).toList();
    }

    /**
     * @param each what a row counts for before it is known what became of it
     * @param onward whether the pass has gone past the rows then
     */
    private List<Row> write(List<Judged> judged, Counts each, boolean onward) {
        try {
            List<Row> left = hold.commit(connection -> step(connection, judged, each, onward));
            judged.stream()
                    .filter(one -> one.outcome() instanceof Outcome.Unreadable)
                    .forEach(one -> troubles.report("value-unreadable", one.row()));
            return left;
        } catch (RefusedException e) {
            return judged.size() > 1
                    ? writeSingly(judged, each, onward)
                    : passOver(judged.get(0).row(), each, onward);
        }
    }

    /** One row that the database refuses takes nothing from the others. */
    private List<Row> writeSingly(List<Judged> judged, Counts each, boolean onward) {
        List<Row> left = new ArrayList<>();
        for (Judged one : judged) {
            left.addAll(write(List.of(one), each, onward));
        }
        return left;
    }

    private List<Row> passOver(Row row, Counts each, boolean onward) {
        hold.move(after(onward ? Optional.of(row.key()) : hold.standing().reached(), each.plus(Counts.ofRefused())));
        troubles.report("value-refused", row);
        return List.of();
    }

    private Hold.Step step(Connection connection, List<Judged> judged, Counts each, boolean onward)
            throws SQLException {
        Set<Row> unchanged = unchanged(connection, judged);
        List<Row> left = new ArrayList<>();
        Counts counts = Counts.NONE;
        for (Judged one : judged) {
            Counts became = became(connection, one, unchanged);
            if (became.contended() > 0) {
                left.add(one.row());
            }
            counts = counts.plus(each).plus(became);
        }
        Row last = judged.get(judged.size() - 1).row();
        return new Hold.Step(
                after(onward ? Optional.of(last.key()) : hold.standing().reached(), counts), left);
    }

    /** The rows that are to be written, locked by us and equal to what was read, byte by byte and whatever a collation says. */
    private Set<Row> unchanged(Connection connection, List<Judged> judged) throws SQLException {
        List<Row> wanted = judged.stream()
                .filter(one -> one.outcome() instanceof Outcome.Resealed)
                .map(Judged::row)
                .toList();
        return wanted.isEmpty() ? Set.of() : new HashSet<>(rows.lock(connection, wanted));
    }

    private Counts became(Connection connection, Judged one, Set<Row> unchanged) throws SQLException {
        if (one.outcome() instanceof Outcome.Resealed to) {
            return Counts.ofWritten(unchanged.contains(one.row()) ? rows.update(connection, one.row(), to) : 0);
        }
        return one.outcome() instanceof Outcome.Unreadable ? Counts.ofUnreadable() : Counts.NONE;
    }

    private Standing after(Optional<List<String>> reached, Counts counts) {
        return hold.standing().advanced(reached, counts, pacing.leasedUntil());
    }
}
