package dev.hauberk.crypto.rotation;

import dev.hauberk.crypto.rotation.RotationReport.State;
import java.io.IOException;
import java.util.Locale;

/** Draws how far a column is, on one line. */
final class TerminalBar implements RotationProgress {
    private static final int WIDTH = 30;

    private final Appendable terminal;
    private volatile boolean broken;

    TerminalBar(Appendable terminal) {
        this.terminal = terminal;
    }

    @Override
    public void at(RotationReport.Column column) {
        if (broken) {
            return;
        }
        try {
            terminal.append(line(column)).append(column.state() == State.RUNNING ? "" : "\n");
        } catch (IOException e) {
            broken = true;
        }
    }

    /** The line over the one before, whose longer end it clears. */
    private static String line(RotationReport.Column column) {
        // Rows that came after the pass began are seen and were not counted.
        long seen = Math.min(column.seen(), column.total());
        long hundredths = column.total() == 0 ? 100 : seen * 100 / column.total();
        int full = (int) (hundredths * WIDTH / 100);
        return String.format(
                Locale.ROOT,
                "\r%s.%s [%s%s] %d %%, %,d of %,d seen, %,d rewritten%s\u001b[K",
                column.table(),
                column.column(),
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                hundredths,
                column.seen(),
                column.total(),
                column.rewritten(),
                left(column));
    }

    private static String left(RotationReport.Column column) {
        return part(column.contended(), "contended")
                + part(column.unreadable(), "unreadable")
                + part(column.refused(), "refused");
    }

    private static String part(long count, String what) {
        return count == 0 ? "" : String.format(Locale.ROOT, ", %,d %s", count, what);
    }
}
