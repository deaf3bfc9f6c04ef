package dev.hauberk.store.jedis;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import dev.hauberk.store.BlockingScripts;
import java.util.concurrent.ExecutorService;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;

/** Over Jedis, to one server. */
class JedisScriptsTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.single();
    }

    @Override
    protected Client connect(RedisServers servers) {
        ExecutorService waiters = BlockingScripts.waiters(8);
        JedisClientConfig config =
                DefaultJedisClientConfig.builder().timeoutMillis(2_000).build();
        RedisClient jedis = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", servers.port(0)))
                .clientConfig(config)
                .build();
        return new Client(JedisScripts.of(jedis, waiters), () -> {
            waiters.shutdownNow();
            jedis.close();
        });
    }
}
