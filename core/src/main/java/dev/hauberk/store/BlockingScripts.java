package dev.hauberk.store;

import dev.hauberk.UnavailableException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Scripts over a client that blocks. The calling thread waits in {@link #call}, as long as the client does; what is asked for as a stage,
 * as {@link #within} does, is waited for by a thread of the executor.
 *
 * <p>{@code EVALSHA} is sent, and {@code EVAL} where the server says that it does not know the script: it was not carried out then, so
 * carrying it out is no second time. Thread-safe if the client is.
 */
public final class BlockingScripts implements RedisScripts {
    private static final int QUEUE = 1_000;

    private final Client client;
    private final Executor executor;

    private BlockingScripts(Client client, Executor executor) {
        this.client = client;
        this.executor = executor;
    }

    /** What a client does of its own. Whatever it throws is a failure. */
    public interface Client {
        /**
         * Carries out what the server knows by its digest.
         *
         * @throws UnknownScriptException where the server does not
         */
        List<Long> evalsha(String digest, List<String> keys, List<String> arguments);

        /** Carries out a source. */
        List<Long> eval(String source, List<String> keys, List<String> arguments);
    }

    /** The server has not seen this script, or has forgotten it. */
    public static final class UnknownScriptException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Without a message: what the client said may hold keys. */
        public UnknownScriptException() {
            super("the script is not known", null, false, false);
        }
    }

    /**
     * Over a client.
     *
     * @param executor of threads that may wait; one that is full and refuses is a Redis that does not answer
     */
    public static RedisScripts of(Client client, Executor executor) {
        return new BlockingScripts(client, executor);
    }

    /**
     * Threads that wait for answers. A thousand calls wait for one of them; more are refused, which is a Redis that does not answer.
     *
     * @param threads how many at most; they end when they are idle, and hold no process up
     * @return the caller's to shut down
     */
    public static ExecutorService waiters(int threads) {
        ThreadPoolExecutor waiters = new ThreadPoolExecutor(
                threads, threads, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "hauberk-redis");
                    thread.setDaemon(true);
                    return thread;
                });
        waiters.allowCoreThreadTimeOut(true);
        return waiters;
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return CompletableFuture.supplyAsync(() -> carryOut(script, keys, arguments), executor);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    @Override
    public List<Long> call(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return carryOut(script, keys, arguments);
        } catch (RuntimeException e) {
            throw new UnavailableException(
                    "Redis did not answer: " + e.getClass().getSimpleName());
        }
    }

    private List<Long> carryOut(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return client.evalsha(script.digest(), keys, arguments);
        } catch (UnknownScriptException e) {
            return client.eval(script.source(), keys, arguments);
        }
    }
}
