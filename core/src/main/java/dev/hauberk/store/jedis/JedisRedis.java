package dev.hauberk.store.jedis;

import dev.hauberk.store.BlockingScripts;
import dev.hauberk.store.RedisScript;
import dev.hauberk.store.RedisScripts;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.util.JedisURIHelper;

/**
 * Sixteen connections of its own to one Redis, set up for a control: who gets none of them, or no answer, within a second gives up. It
 * connects again by itself. Jedis 7 or later; thread-safe; closing it ends it.
 */
public final class JedisRedis implements RedisScripts, AutoCloseable {
    private static final int CONNECTIONS = 16;
    private static final Duration GIVE_UP = Duration.ofSeconds(1);

    private final RedisClient client;
    private final ExecutorService waiters = BlockingScripts.waiters(CONNECTIONS);
    private final RedisScripts scripts;

    private JedisRedis(RedisClient client) {
        this.client = client;
        this.scripts = JedisScripts.of(client, waiters);
    }

    /**
     * Connects.
     *
     * @param url for example {@code redis://127.0.0.1:6379} or {@code rediss://user:password@host:6380/0}; its password is no part of any
     *     message
     * @throws IllegalArgumentException where it is no such address
     * @throws redis.clients.jedis.exceptions.JedisException where nobody answers there: a start without its store is no start
     */
    public static JedisRedis connect(String url) {
        URI uri = uri(url);
        int millis = Math.toIntExact(GIVE_UP.toMillis());
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(GIVE_UP);
        RedisClient client = RedisClient.builder()
                .clientConfig(DefaultJedisClientConfig.builder(uri)
                        .connectionTimeoutMillis(millis)
                        .socketTimeoutMillis(millis)
                        .build())
                .poolConfig(pool)
                .hostAndPort(JedisURIHelper.getHostAndPort(uri))
                .build();
        try {
            String unused = client.ping();
            return new JedisRedis(client);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Without the parser's message, which quotes the address and so its password. */
    private static URI uri(String url) {
        try {
            URI uri = new URI(url);
            if (JedisURIHelper.isValid(uri)
                    && (JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException("a Redis is at redis://host:port or rediss://host:port");
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
        waiters.shutdownNow();
        client.close();
    }
}
