package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.FakeKeyRing;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DATA-2 a8, the time: the causes in turn, by the CPU time of the thread, as a ratio to that of a wrong tag. */
@Tag("DATA-2")
@Tag("soak")
class FailureTimeSoakTest {
    private static final int TURNS = 21;
    private static final int A_TURN = 3_000;

    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k2", "k1"));

    @Test
    void takesAboutAsLongForEveryCause() {
        Map<String, String> causes = Causes.of(cipher);
        Map<String, double[]> nanos = new LinkedHashMap<>();
        causes.keySet().forEach(cause -> nanos.put(cause, new double[TURNS]));
        for (int turn = -3; turn < TURNS; turn++) {
            for (Map.Entry<String, String> cause : causes.entrySet()) {
                double took = nanosOf(cause.getValue());
                if (turn >= 0) {
                    nanos.get(cause.getKey())[turn] = took;
                }
            }
        }

        double tag = median(nanos.get("tag"));
        Map<String, Double> ratios = new LinkedHashMap<>();
        nanos.forEach((cause, turns) -> ratios.put(cause, median(turns) / tag));
        System.out.println("a failure takes " + Math.round(tag) + " ns; by cause: " + ratios);
        assertThat(ratios)
                .allSatisfy((cause, ratio) -> assertThat(ratio).as(cause).isBetween(0.8, 1.25));
    }

    private double nanosOf(String stored) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        int refused = 0;
        for (int i = 0; i < A_TURN; i++) {
            try {
                cipher.decrypt(stored, HERE);
            } catch (CipherException e) {
                refused++;
            }
        }
        assertThat(refused).isEqualTo(A_TURN);
        return (double) (threads.getCurrentThreadCpuTime() - before) / A_TURN;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
