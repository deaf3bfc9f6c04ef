package dev.hauberk.store.lettuce;

import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A connection of its own to one Redis, set up for a control: what cannot be sent at once fails, and what was not answered within a
 * second is given up. It connects again by itself. Thread-safe; closing it ends it.
 */
public final class LettuceRedis implements RedisScripts, AutoCloseable {
    private static final Duration GIVE_UP = Duration.ofSeconds(1);

    private final RedisClient client;
    private final RedisScripts scripts;

    private LettuceRedis(RedisClient client, StatefulRedisConnection<String, String> connection) {
        this.client = client;
        this.scripts = LettuceScripts.of(connection);
    }

    /**
     * Connects.
     *
     * @param url for example {@code redis://127.0.0.1:6379}, {@code rediss://user:password@host:6380/0} or
     *     {@code redis-sentinel://one,two,three/0#master}; its password is no part of any message
     * @throws io.lettuce.core.RedisConnectionException where nobody answers there: a start without its store is no start
     */
    public static LettuceRedis connect(String url) {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(GIVE_UP);
        RedisClient client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(GIVE_UP))
                .socketOptions(SocketOptions.builder().connectTimeout(GIVE_UP).build())
                .build());
        try {
            return new LettuceRedis(client, client.connect());
        } catch (RuntimeException e) {
            client.shutdown(Duration.ZERO, GIVE_UP);
            throw e;
        }
    }

    @Override
    public CompletionStage<List<Long>> callAsync(RedisScript script, List<String> keys, List<String> arguments) {
        return scripts.callAsync(script, keys, arguments);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, GIVE_UP);
    }
}
