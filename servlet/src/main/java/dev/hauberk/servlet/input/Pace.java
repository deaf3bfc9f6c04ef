package dev.hauberk.servlet.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How fast one body must come, since a thread waits for it: ten seconds are everybody's, and every further one must have brought 4 KB.
 * A container bounds only the time between two octets. For one thread.
 */
final class Pace {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final long BYTES_A_SECOND = 4_096;

    private final InstantSource clock;
    private final Instant began;
    private long bytes;

    private Pace(InstantSource clock) {
        this.clock = clock;
        this.began = clock.instant();
    }

    /** A body that begins now. */
    static Pace begin(InstantSource clock) {
        return new Pace(clock);
    }

    /** Whether less has come than should have. */
    boolean isTooSlow() {
        Duration most = GRACE.plusMillis(bytes * 1_000 / BYTES_A_SECOND);
        return Duration.between(began, clock.instant()).compareTo(most) > 0;
    }

    /** Reads on, into memory: so many bytes, or up to the end, or until it is too slow. */
    byte[] read(InputStream in, long most) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] some = new byte[(int) Math.min(8_192, most)];
        while (body.size() < most && !isTooSlow()) {
            int read = in.read(some, 0, (int) Math.min(some.length, most - body.size()));
            if (read < 0) {
                break;
            }
            body.write(some, 0, read);
            bytes += read;
        }
        return body.toByteArray();
    }

    /** Reads on, and throws away what comes: at most so many bytes. */
    void drain(InputStream in, long most) throws IOException {
        byte[] away = new byte[8_192];
        long drained = 0;
        for (int read = 0; read >= 0 && drained < most && !isTooSlow(); read = in.read(away)) {
            drained += read;
            bytes += read;
        }
    }
}
