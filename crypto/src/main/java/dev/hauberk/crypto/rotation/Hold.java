package dev.hauberk.crypto.rotation;

import dev.hauberk.UnavailableException;
import dev.hauberk.store.jdbc.RefusedException;
import dev.hauberk.store.jdbc.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * One node's hold on a column: what it knows of where the column is, and the lease under which it moves that. Used by one thread at
 * a time.
 */
final class Hold {
    private final Transactions transactions;
    private final Ledger ledger;
    private final String place;
    private final Pacing pacing;
    private Standing standing = Standing.NEW;

    Hold(Transactions transactions, Ledger ledger, String place, Pacing pacing) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.place = place;
        this.pacing = pacing;
    }

    /**
     * Work on rows, and where the column is after it.
     *
     * @param left rows that somebody else is at
     */
    record Step(Standing to, List<Row> left) {}

    /** Makes a step. */
    @FunctionalInterface
    interface Work {
        Step with(Connection connection) throws SQLException;
    }

    /** Where the column is, as far as this node knows. */
    Standing standing() {
        return standing;
    }

    /** Where the column is. */
    Standing look() {
        standing = find().orElse(Standing.NEW);
        return standing;
    }

    /** Takes the column, unless another node has it. */
    boolean take() {
        Standing before = find().orElseGet(this::entered);
        if (!pacing.isOver(before.leasedUntil())) {
            return false;
        }
        try {
            standing = before;
            move(before.taken(pacing.leasedUntil()));
            return true;
        } catch (LeaseLostException e) {
            return false;
        }
    }

    /**
     * Moves the column on.
     *
     * @throws LeaseLostException where another node has taken it since
     */
    void move(Standing to) {
        commit(connection -> new Step(to, List.of()));
    }

    /**
     * Commits work on rows together with where the column is after it, or rolls back both.
     *
     * @return the rows that it left
     * @throws LeaseLostException where another node has taken the column since
     */
    List<Row> commit(Work work) {
        long fence = standing.fence();
        Step step = transactions.run(connection -> {
            Step made = work.with(connection);
            ledger.move(connection, place, fence, made.to());
            return made;
        });
        standing = step.to();
        return step.left();
    }

    /** Gives the column back after a failure, if that can be done still; else its lease ends by itself. */
    void free(Exception because) {
        try {
            move(standing.freed());
        } catch (UnavailableException | LeaseLostException e) {
            because.addSuppressed(e);
        }
    }

    private Optional<Standing> find() {
        return transactions.run(connection -> ledger.find(connection, place));
    }

    private Standing entered() {
        try {
            transactions.run(connection -> {
                ledger.enter(connection, place);
                return true;
            });
            return Standing.NEW;
        } catch (RefusedException e) {
            // Another node entered it at the same moment, and that is as good.
            return find().orElseThrow();
        }
    }
}
