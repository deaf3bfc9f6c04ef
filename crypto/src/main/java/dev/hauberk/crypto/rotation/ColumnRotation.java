package dev.hauberk.crypto.rotation;

import dev.hauberk.crypto.rotation.RotationReport.State;
import dev.hauberk.store.jdbc.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * One node's work at one column. It takes the lease, goes through the rows in batches, and commits with each batch how far it is, on the
 * condition that nobody took the column since; so a kill at any moment loses nothing, and a node that comes back too late writes nothing.
 *
 * <p>Used by one thread at a time.
 */
final class ColumnRotation {
    private static final int MORE_PASSES = 3;
    private static final int RETRIES = 5;
    private static final Duration RETRY = Duration.ofMillis(50);

    private final Transactions transactions;
    private final Rows rows;
    private final Hold hold;
    private final Batches batches;
    private final Pacing pacing;
    private final Announcer announcer;

    ColumnRotation(
            Transactions transactions, Ledger ledger, Rows rows, Sealer sealer, Pacing pacing, Announcer announcer) {
        this.transactions = transactions;
        this.rows = rows;
        this.pacing = pacing;
        this.announcer = announcer;
        this.hold = new Hold(transactions, ledger, rows.place(), pacing);
        this.batches = new Batches(transactions, rows, sealer, pacing, hold, announcer::trouble);
    }

    /** How many passes over the column have ended, by whichever nodes. */
    long passes() {
        return hold.look().passes();
    }

    /**
     * Does what is left of a pass over the column, unless another node is at it.
     *
     * @param stopped whether to stop before the next batch
     * @return whether the pass came to its end
     * @throws InterruptedException where the thread was interrupted in a pause; the column is free
     */
    boolean work(BooleanSupplier stopped) throws InterruptedException {
        if (!hold.take()) {
            return false;
        }
        try {
            return pass(stopped);
        } catch (LeaseLostException e) {
            return false;
        } catch (RuntimeException | InterruptedException e) {
            hold.free(e);
            throw e;
        }
    }

    /** Where the column is as far as this node knows, and that in a state. */
    RotationReport.Column at(State state) {
        Standing standing = hold.standing();
        Counts counts = standing.counts();
        return new RotationReport.Column(
                rows.table(),
                rows.column(),
                state,
                standing.total(),
                counts.seen(),
                counts.rewritten(),
                counts.contended(),
                counts.unreadable(),
                counts.refused());
    }

    private boolean pass(BooleanSupplier stopped) throws InterruptedException {
        if (!hold.standing().running()) {
            hold.move(hold.standing().begun(transactions.run(rows::count)));
        }
        announcer.at(at(State.RUNNING));
        int left = MORE_PASSES;
        while (!stopped.getAsBoolean()) {
            if (batch()) {
                announcer.at(at(State.RUNNING));
            } else if (hold.standing().counts().contended() == 0 || left == 0) {
                hold.move(hold.standing().ended());
                announcer.at(at(State.ENDED));
                return true;
            } else {
                left--;
                hold.move(hold.standing().again());
            }
        }
        hold.move(hold.standing().freed());
        announcer.at(at(State.STOPPED));
        return false;
    }

    /** @return whether there were rows left */
    private boolean batch() throws InterruptedException {
        Instant begun = pacing.clock().instant();
        List<Row> page = batches.next();
        if (page.isEmpty()) {
            return false;
        }
        List<Row> contended = batches.write(page);
        for (int i = 0; i < RETRIES && !contended.isEmpty(); i++) {
            pacing.pause().take(RETRY.multipliedBy(1L << i));
            contended = batches.again(contended);
        }
        pacing.keep(page.size(), begun);
        return true;
    }
}
