package dev.hauberk.crypto.field;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Vectors that processes wrote down, and how many of them came twice. */
final class Vectors96 {
    private static final int BYTES = Envelope.IV_BYTES;

    private final List<Path> files;

    private Vectors96(List<Path> files) {
        this.files = files;
    }

    /** Starts a process for each argument and waits until all have encrypted. */
    static Vectors96 of(Path directory, int each, String... seeds) throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < seeds.length; i++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Encrypting.class.getName(),
                            String.valueOf(each),
                            directory.resolve("ivs" + i).toString(),
                            seeds[i])
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("out" + i).toFile())
                    .start());
        }
        for (int i = 0; i < processes.size(); i++) {
            if (processes.get(i).waitFor() != 0) {
                throw new AssertionError(Files.readString(directory.resolve("out" + i)));
            }
        }
        return in(directory);
    }

    /** What stands in the files of a directory. */
    static Vectors96 in(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            return new Vectors96(
                    all.filter(file -> file.getFileName().toString().startsWith("ivs"))
                            .toList());
        }
    }

    long count() throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes / BYTES;
    }

    /** How many are not the first of their kind: the first eight bytes are sorted, and where two are alike, all twelve compared. */
    long repeated() throws IOException {
        long[] starts = new long[Math.toIntExact(count())];
        int[] at = {0};
        each(iv -> starts[at[0]++] = iv.getLong());
        Arrays.sort(starts);
        Set<Long> twice = new HashSet<>();
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] == starts[i - 1]) {
                twice.add(starts[i]);
            }
        }
        Set<String> seen = new HashSet<>();
        long[] repeated = {0};
        each(iv -> {
            long start = iv.getLong();
            if (twice.contains(start) && !seen.add(start + "." + iv.getInt())) {
                repeated[0]++;
            }
        });
        return repeated[0];
    }

    private void each(java.util.function.Consumer<ByteBuffer> reader) throws IOException {
        for (Path file : files) {
            byte[] all = Files.readAllBytes(file);
            for (int i = 0; i < all.length; i += BYTES) {
                reader.accept(ByteBuffer.wrap(all, i, BYTES));
            }
        }
    }
}
