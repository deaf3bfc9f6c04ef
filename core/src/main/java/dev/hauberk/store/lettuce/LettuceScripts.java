package dev.hauberk.store.lettuce;

import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Scripts over Lettuce: one connection for all threads, to a single server, to what Sentinel says is the master, or to a cluster.
 * How long a call may take, and what is done while there is no connection, are the client's settings; one that fails at once
 * ({@code ClientOptions.DisconnectedBehavior.REJECT_COMMANDS}) and a command timeout suit a control best. Thread-safe.
 */
public final class LettuceScripts implements RedisScripts {
    private final RedisScriptingAsyncCommands<String, String> commands;

    private LettuceScripts(RedisScriptingAsyncCommands<String, String> commands) {
        this.commands = commands;
    }

    /** Over a connection to one server, or to a master that Sentinel names. It stays the caller's to close. */
    public static RedisScripts of(StatefulRedisConnection<String, String> connection) {
        return new LettuceScripts(connection.async());
    }

    /** Over a connection to a cluster. It stays the caller's to close. */
    public static RedisScripts of(StatefulRedisClusterConnection<String, String> connection) {
        return new LettuceScripts(connection.async());
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        String[] named = keys.toArray(String[]::new);
        String[] given = arguments.toArray(String[]::new);
        return commands.<List<Long>>evalsha(script.digest(), ScriptOutputType.MULTI, named, given)
                .handle((answer, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedStage(answer);
                    }
                    // It was not carried out, so carrying it out now is no second time.
                    return isUnknown(failure)
                            ? commands.<List<Long>>eval(script.source(), ScriptOutputType.MULTI, named, given)
                            : CompletableFuture.<List<Long>>failedStage(failure);
                })
                .thenCompose(stage -> stage);
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof RedisNoScriptException
                || failure instanceof CompletionException && failure.getCause() instanceof RedisNoScriptException;
    }
}
