package dev.hauberk.crypto.rotation;

import dev.hauberk.Events;
import dev.hauberk.crypto.rotation.RotationReport.State;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import dev.hauberk.store.jdbc.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A rotation whose progress is in the table of {@link RotationSchema}. */
final class JdbcRotation implements Rotation {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final KeyRing keys;
    private final List<Part> parts;
    private final Pacing pacing;
    private final Events events;
    private final RotationProgress progress;
    private volatile boolean stopped;

    JdbcRotation(
            Transactions transactions,
            KeyRing keys,
            List<Part> parts,
            Pacing pacing,
            Events events,
            RotationProgress progress) {
        this.transactions = transactions;
        this.keys = keys;
        this.parts = parts;
        this.pacing = pacing;
        this.events = events;
        this.progress = progress;
    }

    /** A column, and how its rows are sealed. */
    record Part(Rows rows, Sealer sealer) {}

    /** A column in a run. */
    private static final class Turn {
        final ColumnRotation rotation;
        final long passesBefore;
        boolean ended;

        Turn(ColumnRotation rotation) {
            this.rotation = rotation;
            this.passesBefore = rotation.passes();
        }
    }

    @Override
    public RotationReport run() {
        String target = keys.primary(Purpose.FIELDS).id();
        Ledger ledger = new Ledger(target);
        List<Turn> turns =
                parts.stream().map(part -> new Turn(rotation(ledger, part))).toList();
        try {
            runAll(turns);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new RotationReport(
                target,
                turns.stream()
                        .map(turn -> turn.rotation.at(turn.ended ? State.ENDED : State.STOPPED))
                        .toList());
    }

    @Override
    public void stop() {
        stopped = true;
    }

    private ColumnRotation rotation(Ledger ledger, Part part) {
        Announcer announcer = new Announcer(events, progress, pacing.clock(), part.rows());
        return new ColumnRotation(transactions, ledger, part.rows(), part.sealer(), pacing, announcer);
    }

    private void runAll(List<Turn> turns) throws InterruptedException {
        List<Turn> open = new ArrayList<>(turns);
        while (true) {
            for (Turn turn : open) {
                turn.ended = turn.rotation.passes() > turn.passesBefore || turn.rotation.work(() -> stopped);
            }
            open.removeIf(turn -> turn.ended);
            if (open.isEmpty() || stopped) {
                return;
            }
            // Other nodes are at what is left. Should one of them die, its lease ends.
            pacing.pause().take(LOOK);
        }
    }
}
