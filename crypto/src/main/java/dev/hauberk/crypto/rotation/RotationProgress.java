package dev.hauberk.crypto.rotation;

/**
 * Is told how far a rotation is, after each batch: the place to set gauges, or to draw. It is called on the rotation's thread. One
 * that throws is an event, and stops nothing.
 */
@FunctionalInterface
public interface RotationProgress {
    /** How far a column is now. */
    void at(RotationReport.Column column);

    /** Tells nobody. */
    static RotationProgress none() {
        return column -> {};
    }

    /**
     * Draws a bar on a terminal, one line a column, which it writes over with each batch.
     *
     * @param terminal for example {@code System.out}; one that fails is written to no more
     */
    static RotationProgress bar(Appendable terminal) {
        return new TerminalBar(terminal);
    }

    /** This one, and then another. */
    default RotationProgress and(RotationProgress next) {
        return column -> {
            at(column);
            next.at(column);
        };
    }
}
