package dev.hauberk.crypto.rotation;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import java.time.InstantSource;
import java.util.Map;

/** Says how far a column is: with every batch to the progress, and now and then as an event. */
final class Announcer {
    private static final int MOST_TROUBLES = 20;

    private final Events events;
    private final RotationProgress progress;
    private final InstantSource clock;
    private final Rows rows;
    private long tenth = -1;
    private int troubles;

    Announcer(Events events, RotationProgress progress, InstantSource clock, Rows rows) {
        this.events = events;
        this.progress = progress;
        this.clock = clock;
        this.rows = rows;
    }

    /** Where a column is now. There is an event at its first batch, at each tenth of its rows, and at its end. */
    void at(RotationReport.Column column) {
        try {
            progress.at(column);
        } catch (RuntimeException e) {
            publish(
                    Event.Outcome.FAILED,
                    "rotation-progress",
                    Map.of("type", e.getClass().getName()));
        }
        long now =
                column.state() == RotationReport.State.RUNNING ? column.seen() * 10 / Math.max(1, column.total()) : -2;
        if (now != tenth) {
            tenth = now;
            publish(column);
        }
    }

    /** A row that was left as it is, by its key; only some of them, since a wrong key would make an event of every row. */
    void trouble(String reason, Row row) {
        if (troubles < MOST_TROUBLES) {
            troubles++;
            publish(
                    Event.Outcome.FAILED,
                    reason,
                    Map.of("table", rows.table(), "column", rows.column(), "row", RowNames.joined(row.key())));
        }
    }

    private void publish(RotationReport.Column column) {
        String reason = switch (column.state()) {
            case RUNNING -> "rotation-running";
            case ENDED -> "rotation-ended";
            case STOPPED -> "rotation-stopped";
        };
        publish(
                Event.Outcome.NOTICED,
                reason,
                Map.of(
                        "table", column.table(),
                        "column", column.column(),
                        "total", Long.toString(column.total()),
                        "seen", Long.toString(column.seen()),
                        "rewritten", Long.toString(column.rewritten()),
                        "contended", Long.toString(column.contended()),
                        "unreadable", Long.toString(column.unreadable()),
                        "refused", Long.toString(column.refused())));
    }

    private void publish(Event.Outcome outcome, String reason, Map<String, String> details) {
        events.publish(new Event(clock.instant(), Control.DATA_2, outcome, reason, details));
    }
}
