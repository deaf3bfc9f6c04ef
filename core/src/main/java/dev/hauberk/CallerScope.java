package dev.hauberk;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Carries the {@link Caller} on the thread that works for it.
 *
 * <p>An instance, not a static, so that two applications in one process do not see each other. Nothing is inherited by
 * threads that are started: {@link #wrap} takes the caller along. A thread without one has no caller, and whatever asks
 * then denies. Thread-safe; works on virtual threads.
 */
public final class CallerScope {
    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    /** What restores the thread to what it was. Closed on the thread that opened it, in a {@code try} statement. */
    public interface Opened extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Works for a caller from now on.
     *
     * @return what restores the caller from before, or none
     */
    public Opened open(Caller caller) {
        Caller before = current.get();
        current.set(caller);
        return () -> {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        };
    }

    /** For whom this thread works, if for anybody. */
    public Optional<Caller> current() {
        return Optional.ofNullable(current.get());
    }

    /**
     * A task that works for the present caller on whichever thread it runs.
     *
     * @throws IllegalStateException where this thread has no caller
     */
    public <T> Callable<T> wrap(Callable<T> task) {
        Caller caller = current().orElseThrow(() -> new IllegalStateException("no caller is open on this thread"));
        return () -> {
            try (Opened opened = open(caller)) {
                return task.call();
            }
        };
    }
}
