package dev.hauberk.servlet;

import dev.hauberk.identity.session.Sessions;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, once an hour, what the policy keeps no longer (SESS-1). */
final class Purge implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Purge.class);

    private final Sessions sessions;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread one = new Thread(task, "hauberk-purge");
        one.setDaemon(true);
        return one;
    });

    private Purge(Sessions sessions) {
        this.sessions = sessions;
    }

    static Purge start(Sessions sessions) {
        Purge purge = new Purge(sessions);
        var unused = purge.thread.scheduleWithFixedDelay(purge::once, 1, 1, TimeUnit.HOURS);
        return purge;
    }

    /** An exception would end the schedule, and what it could not remove now it can in an hour. */
    private void once() {
        try {
            sessions.purge();
        } catch (RuntimeException e) {
            log.warn(
                    "sessions could not be purged and will be tried again: {}",
                    e.getClass().getName());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
