package dev.hauberk.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuredTest {
    private static final Row ROW = new Row("some-work", Object.class, List.of("fast", "slow"), 1.1, Row.ANY_GARBAGE);
    private static final Row CLEAN = new Row("some-work", Object.class, List.of("fast"), 1.1, 0);

    @Test
    void comparesWithTheFastestPeer() {
        assertThat(measured(ROW, 100, 100, 100).bestPeer()).isEqualTo("fast");
    }

    @Test
    void takesTheMedianOfTheRatiosOfEachTurn() {
        // The medians alone would be 300 to 100.
        assertThat(measured(ROW, 110, 300, 330).ratio()).isEqualTo(1.1);
    }

    @Test
    void holdsUpToTheTargetAndNotBeyond() {
        assertThat(measured(ROW, 110, 300, 330).holds()).isTrue();
        assertThat(measured(ROW, 111, 300, 333).holds()).isFalse();
    }

    @Test
    void fallsShortWhereItLeavesGarbageThatItMayNot() {
        Map<String, double[]> nanos = Map.of("hauberk", turns(1, 1, 1), "fast", turns(1, 1, 1));
        assertThat(new Measured(CLEAN, nanos, 0.01).holds()).isTrue();
        assertThat(new Measured(CLEAN, nanos, 16).holds()).isFalse();
    }

    @Test
    void writesALineOfTabSeparatedValues() {
        assertThat(measured(ROW, 110, 300, 330).line())
                .isEqualTo("some-work\t300.0 ns\t100.0 ns\tfast\t1.100\t1.10\tholds");
        assertThat(measured(ROW, 120, 300, 360).line()).endsWith("\tfalls short");
        assertThat(Measured.COLUMNS.split("\t")).hasSize(7);
    }

    private static Measured measured(Row row, double... ours) {
        return new Measured(
                row, Map.of("hauberk", ours, "fast", turns(100, 100, 300), "slow", turns(900, 50, 900)), 1000);
    }

    private static double[] turns(double... nanos) {
        return nanos;
    }
}
