package dev.hauberk.store;

import dev.hauberk.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Has Redis carry out scripts: all that a store needs of it, over whichever client an application has. Each call is one round
 * trip, except the first of a script that the server has not seen, or has forgotten. Implementations are thread-safe, and do
 * not retry what may have been carried out; where a client does so by itself (docs/stores.md says which), it is counted twice, and never less.
 */
@FunctionalInterface
public interface RedisScripts {
    /**
     * Carries a script out.
     *
     * @param keys every key that it touches; in a cluster all in one slot
     * @param arguments what else it is given
     * @return the whole numbers that it answers; fails with any exception where Redis does not answer, whose message nobody logs,
     *     since it may hold keys
     */
    CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments);

    /**
     * Carries a script out, and waits for its answer as long as the client does.
     *
     * @throws UnavailableException where Redis does not answer
     */
    default List<Long> call(RedisScript script, List<String> keys, List<String> arguments) {
        try {
            return callAsync(script, keys, arguments).toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new UnavailableException(
                    "Redis did not answer: " + causeOf(e).getClass().getSimpleName());
        }
    }

    /**
     * The same, but a call that is not answered in time fails, and after three of them in a row nobody is asked for a second: then
     * one is, whose answer decides. So a fault costs three times the budget, and nothing after that; what comes back is found
     * within two seconds.
     *
     * @param within how long one waits; what is answered later may have been carried out
     */
    default RedisScripts within(Duration within) {
        return new GuardedScripts(this, within, System::nanoTime);
    }

    /** For how long in all there was no answer, where that is known. */
    default Duration down() {
        return Duration.ZERO;
    }

    private static Throwable causeOf(CompletionException e) {
        Throwable cause = e.getCause();
        return cause == null ? e : cause;
    }
}
