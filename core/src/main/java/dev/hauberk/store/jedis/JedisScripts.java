package dev.hauberk.store.jedis;

import dev.hauberk.store.BlockingScripts;
import dev.hauberk.store.RedisScripts;
import java.util.List;
import java.util.concurrent.Executor;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * Scripts over Jedis, 5 or later: a pool of connections to a single server, to what Sentinel says is the master, or to a cluster. Jedis
 * blocks: each call holds a connection and a thread until its answer. How long that may be are the client's settings: a socket timeout
 * of a second at most, and a pool that refuses instead of waiting, suit a control best.
 */
public final class JedisScripts {
    private JedisScripts() {}

    /**
     * Over a client, which stays the caller's to close.
     *
     * @param jedis {@code RedisClient}, {@code RedisSentinelClient}, {@code RedisClusterClient}, or what they were called before
     * @param executor of threads that wait for answers, at best as many as the pool has connections
     */
    public static RedisScripts of(UnifiedJedis jedis, Executor executor) {
        return BlockingScripts.of(new Client(jedis), executor);
    }

    private record Client(UnifiedJedis jedis) implements BlockingScripts.Client {
        @Override
        public List<Long> evalsha(String digest, List<String> keys, List<String> arguments) {
            try {
                return numbers(jedis.evalsha(digest, keys, arguments));
            } catch (JedisNoScriptException e) {
                throw new BlockingScripts.UnknownScriptException();
            }
        }

        @Override
        public List<Long> eval(String source, List<String> keys, List<String> arguments) {
            return numbers(jedis.eval(source, keys, arguments));
        }

        private static List<Long> numbers(Object answer) {
            return ((List<?>) answer).stream().map(Long.class::cast).toList();
        }
    }
}
