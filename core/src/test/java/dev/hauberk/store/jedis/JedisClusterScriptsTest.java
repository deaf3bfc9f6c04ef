package dev.hauberk.store.jedis;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import dev.hauberk.store.BlockingScripts;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.Tag;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClusterClient;

/** Over Jedis, to a cluster. */
@Tag("soak")
class JedisClusterScriptsTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.cluster();
    }

    @Override
    protected Client connect(RedisServers servers) {
        ExecutorService waiters = BlockingScripts.waiters(8);
        JedisClientConfig config =
                DefaultJedisClientConfig.builder().timeoutMillis(2_000).build();
        RedisClusterClient jedis = RedisClusterClient.builder()
                .maxAttempts(3)
                .nodes(Set.of(new HostAndPort("127.0.0.1", servers.port(0))))
                .clientConfig(config)
                .build();
        return new Client(JedisScripts.of(jedis, waiters), () -> {
            waiters.shutdownNow();
            jedis.close();
        });
    }
}
