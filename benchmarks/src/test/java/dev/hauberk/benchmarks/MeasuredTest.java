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
        assertThat(measured(ROW, 110, 300, 330).ratio("fast")).isEqualTo(1.1);
    }

    @Test
    void holdsUpToTheTargetAndNotBeyond() {
        assertThat(measured(ROW, 110, 300, 330).lines())
                .singleElement()
                .asString()
                .endsWith("\tholds");
        assertThat(measured(ROW, 111, 300, 333).lines())
                .singleElement()
                .asString()
                .endsWith("\tfalls short");
    }

    @Test
    void fallsShortWhereItLeavesGarbageThatItMayNot() {
        Map<String, double[]> nanos = Map.of("hauberk", turns(1, 1, 1), "fast", turns(1, 1, 1));
        assertThat(new Measured(CLEAN, nanos, 0.01).lines())
                .singleElement()
                .asString()
                .endsWith("\tholds");
        assertThat(new Measured(CLEAN, nanos, 16).lines())
                .singleElement()
                .asString()
                .endsWith("\tfalls short");
    }

    @Test
    void writesALineOfTabSeparatedValues() {
        assertThat(measured(ROW, 110, 300, 330).lines())
                .containsExactly("some-work\t300.0 ns\t100.0 ns\tfast\t1.100\t1.10\tholds");
        assertThat(Measured.COLUMNS.split("\t")).hasSize(7);
    }

    @Test
    void writesALineForEachPeerThatHasATarget() {
        Row two = new Row(
                "some-work", Object.class, List.of("fast", "slow"), Map.of("slow", 0.5, "fast", 1.05), Row.ANY_GARBAGE);

        assertThat(measured(two, 110, 300, 330).lines())
                .containsExactly(
                        "some-work\t300.0 ns\t100.0 ns\tfast\t1.100\t1.05\tfalls short",
                        "some-work\t300.0 ns\t900.0 ns\tslow\t0.367\t0.50\tholds");
    }

    private static Measured measured(Row row, double... ours) {
        return new Measured(
                row, Map.of("hauberk", ours, "fast", turns(100, 100, 300), "slow", turns(900, 50, 900)), 1000);
    }

    private static double[] turns(double... nanos) {
        return nanos;
    }
}
