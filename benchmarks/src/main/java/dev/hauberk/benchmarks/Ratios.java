package dev.hauberk.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures the rows, prints each when it is known, and writes them to a file. */
public final class Ratios {
    private static final int TURNS = 9;
    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    private Ratios() {}

    /**
     * Measures.
     *
     * @param args a regular expression over the names of the rows, and the file to write
     */
    public static void main(String[] args) throws RunnerException {
        if (args.length != 2) {
            throw new IllegalArgumentException("give a regular expression over the rows, and the file to write");
        }
        Pattern wanted = Pattern.compile(args[0]);
        Path file = Path.of(args[1]);
        List<Row> rows = Row.ALL.stream()
                .filter(row -> wanted.matcher(row.name()).matches())
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no row is named like " + wanted + "; there are "
                    + Row.ALL.stream().map(Row::name).toList());
        }
        write(file, Measured.COLUMNS, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        Measurement measurement = new Measurement(TURNS, ITERATION);
        for (Row row : rows) {
            for (String line : measurement.of(row).lines()) {
                write(file, line, StandardOpenOption.APPEND);
            }
        }
    }

    private static void write(Path file, String line, StandardOpenOption... options) {
        System.out.println(line);
        try {
            Files.writeString(file, line + "\n", options);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
