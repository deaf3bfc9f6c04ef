package dev.hauberk.key;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a daemon thread of its own. */
final class Repeated {
    private Repeated() {}

    /** @param task must not throw: whoever throws is not called again */
    static ReloadingKeyRing.Repeating every(Duration pause, String thread, Runnable task) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, thread);
            daemon.setDaemon(true);
            return daemon;
        });
        var unused = executor.scheduleWithFixedDelay(task, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        return executor::shutdownNow;
    }
}
