package dev.hauberk.servlet.log;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Where finished log lines go. Called by many threads at once, and quick. */
@FunctionalInterface
public interface LineSink {
    /**
     * Writes a line.
     *
     * @param line without a line break, at most 8 KB as UTF-8
     */
    void write(String line);

    /** Standard output, one line at a time, as UTF-8 whatever the platform's encoding is. */
    static LineSink standardOutput() {
        return line -> {
            byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
            // One call, so that lines of several threads do not mix.
            System.out.write(bytes, 0, bytes.length);
            System.out.flush();
        };
    }

    /** Whatever takes a text, for example a logger's method. */
    static LineSink of(Consumer<String> consumer) {
        return consumer::accept;
    }
}
