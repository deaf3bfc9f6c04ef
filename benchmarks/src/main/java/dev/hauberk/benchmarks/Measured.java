package dev.hauberk.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What was measured of a row.
 *
 * @param row the row
 * @param nanos by method, an operation's CPU time in each turn; the turns of all methods are interleaved, so that those of one
 *     number belong together
 * @param garbage bytes that an operation of ours left behind, or 0
 */
record Measured(Row row, Map<String, double[]> nanos, double garbage) {
    /** The names of the columns of {@link #lines}. */
    static final String COLUMNS = String.join("\t", "name", "ours", "best peer", "which", "ratio", "target", "verdict");

    /** What is less than this is what the profiler itself leaves behind. */
    private static final double NO_GARBAGE = 1;

    /** The peer with the least median. */
    String bestPeer() {
        return row.peers().stream()
                .min(Comparator.comparingDouble(peer -> median(turns(peer))))
                .orElseThrow();
    }

    /** The median of the ratios of the turns, ours to a peer's: what disturbs a turn disturbs both. */
    double ratio(String peer) {
        double[] ours = turns(Row.OURS);
        double[] theirs = turns(peer);
        return median(IntStream.range(0, ours.length)
                .mapToDouble(turn -> ours[turn] / theirs[turn])
                .toArray());
    }

    /** The row as lines of tab-separated values, one a target; times in nanoseconds. */
    List<String> lines() {
        return new TreeMap<>(row.targets())
                .entrySet().stream()
                        .map(target -> line(
                                target.getKey().equals(Row.BEST) ? bestPeer() : target.getKey(), target.getValue()))
                        .toList();
    }

    private String line(String peer, double target) {
        // No more time than the target, and no more garbage than the row may leave.
        boolean holds = ratio(peer) <= target && garbage < NO_GARBAGE + row.garbage();
        List<String> cells = new ArrayList<>();
        cells.add(row.name());
        cells.add(time(Row.OURS));
        cells.add(time(peer));
        cells.add(peer);
        cells.add(String.format(Locale.ROOT, "%.3f", ratio(peer)));
        cells.add(String.format(Locale.ROOT, "%.2f", target));
        cells.add(holds ? "holds" : "falls short");
        return String.join("\t", cells);
    }

    private String time(String method) {
        return String.format(Locale.ROOT, "%.1f ns", median(turns(method)));
    }

    private double[] turns(String method) {
        double[] turns = nanos.get(method);
        if (turns == null) {
            throw new IllegalStateException("not measured: " + row.name() + " by " + method);
        }
        return turns;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
