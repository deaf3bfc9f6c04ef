package dev.hauberk.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures a row by JMH, in turns: ours, then each peer, then ours again, each in a JVM of its own, by the CPU time of the thread.
 *
 * @param turns how many times each is measured; odd, so that there is one in the middle
 * @param iteration how long each of the iterations takes, six that warm up and three that count
 */
record Measurement(int turns, TimeValue iteration) {
    private static final String GARBAGE = "gc.alloc.rate.norm";
    private static final int WARM_UP = 6;
    private static final int ITERATIONS = 3;

    Measured of(Row row) throws RunnerException {
        List<String> methods = new ArrayList<>(row.peers());
        methods.add(0, Row.OURS);
        Map<String, double[]> nanos = new LinkedHashMap<>();
        methods.forEach(method -> nanos.put(method, new double[turns]));
        double garbage = 0;
        for (int turn = 0; turn < turns; turn++) {
            for (Map.Entry<String, double[]> method : nanos.entrySet()) {
                RunResult result = run(row.benchmark(), method.getKey());
                method.getValue()[turn] = score(result, CpuTime.NAME);
                if (method.getKey().equals(Row.OURS)) {
                    garbage = score(result, GARBAGE);
                }
            }
        }
        return new Measured(row, nanos, garbage);
    }

    private RunResult run(Class<?> benchmark, String method) throws RunnerException {
        Options options = new OptionsBuilder()
                .include("^" + benchmark.getName().replace(".", "\\.") + "\\." + method + "$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(WARM_UP)
                .warmupTime(iteration)
                .measurementIterations(ITERATIONS)
                .measurementTime(iteration)
                .addProfiler(CpuTime.class)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).runSingle();
    }

    @SuppressWarnings("rawtypes") // JMH hands its results out so.
    private static double score(RunResult result, String name) {
        for (var secondary : result.getSecondaryResults().entrySet()) {
            if (secondary.getKey().endsWith(name)) {
                return secondary.getValue().getScore();
            }
        }
        throw new IllegalStateException("no profiler said anything of " + name);
    }
}
