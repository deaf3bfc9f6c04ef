package dev.hauberk.example.workbench;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is no Java, and that {@code dev/install-tools.sh} brings. Where it is missing, the test says so. */
final class Tool {
    private Tool() {}

    /** Where a program is; ends the test where it is not. */
    static Path find(String name) {
        return Stream.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/")
                .map(folder -> Path.of(folder + name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(name));
    }

    /**
     * Runs a script of this package by node, which finds its packages in {@code .tools}.
     *
     * @param input what the script reads
     * @return what it prints
     */
    static String node(String script, String input) throws IOException, InterruptedException {
        Path node = find("node");
        Path packages = root().resolve(".tools").resolve("node_modules");
        if (!Files.isDirectory(packages)) {
            missing("npm's packages");
        }
        Path file = packages.resolveSibling(script);
        try (InputStream source = Tool.class.getResourceAsStream(script)) {
            Files.write(file, java.util.Objects.requireNonNull(source).readAllBytes());
        }
        Path printed = Files.createTempFile("node", ".out");
        Process process = new ProcessBuilder(List.of(node.toString(), file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String output = Files.readString(printed);
        if (process.exitValue() != 0) {
            throw new IllegalStateException(script + " failed: " + output);
        }
        return output;
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "the root of the repository");
        }
        return folder;
    }

    private static Path missing(String what) {
        return abort("not tried: no " + what + " on this machine; dev/install-tools.sh brings it");
    }
}
