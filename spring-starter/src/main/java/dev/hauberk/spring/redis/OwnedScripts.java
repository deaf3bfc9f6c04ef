package dev.hauberk.spring.redis;

import dev.hauberk.store.BlockingScripts;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * Scripts over an application's client, and what of Hauberk's own ends with them: the client stays the application's. Threads that wait
 * are no bean, since Spring Boot makes none of its own executors where there is one.
 */
final class OwnedScripts implements RedisScripts, AutoCloseable {
    private static final int THREADS = 16;

    private final RedisScripts scripts;
    private final Runnable end;

    private OwnedScripts(RedisScripts scripts, Runnable end) {
        this.scripts = scripts;
        this.end = end;
    }

    static OwnedScripts of(RedisScripts scripts, Runnable end) {
        return new OwnedScripts(scripts, end);
    }

    /** Over a client that blocks. */
    static OwnedScripts waiting(Function<Executor, RedisScripts> scripts) {
        ExecutorService waiters = BlockingScripts.waiters(THREADS);
        return new OwnedScripts(scripts.apply(waiters), waiters::shutdownNow);
    }

    @Override
    public List<Long> call(RedisScript script, List<String> keys, List<String> arguments) {
        return scripts.call(script, keys, arguments);
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        return scripts.callAsync(script, keys, arguments);
    }

    @Override
    public void close() {
        end.run();
    }
}
