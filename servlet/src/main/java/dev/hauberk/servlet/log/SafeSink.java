package dev.hauberk.servlet.log;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sink that never throws: a line that cannot be written is lost, and the first loss in a row is said. */
final class SafeSink {
    private static final Logger log = LoggerFactory.getLogger(SafeSink.class);

    private final LineSink sink;
    private final AtomicBoolean failing = new AtomicBoolean();

    SafeSink(LineSink sink) {
        this.sink = sink;
    }

    void write(String line) {
        try {
            sink.write(line);
            failing.set(false);
        } catch (RuntimeException e) {
            if (failing.compareAndSet(false, true)) {
                log.warn(
                        "request log lines are lost: the sink fails with {}",
                        e.getClass().getName());
            }
        }
    }
}
