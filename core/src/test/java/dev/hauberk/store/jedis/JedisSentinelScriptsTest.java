package dev.hauberk.store.jedis;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import dev.hauberk.store.BlockingScripts;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisSentinelClient;

/** Over Jedis, to what Sentinel says is the master. */
class JedisSentinelScriptsTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.sentinel();
    }

    @Override
    protected Client connect(RedisServers servers) {
        ExecutorService waiters = BlockingScripts.waiters(8);
        JedisClientConfig config =
                DefaultJedisClientConfig.builder().timeoutMillis(2_000).build();
        RedisSentinelClient jedis = RedisSentinelClient.builder()
                .masterName(RedisServers.MASTER)
                .sentinels(Set.of(new HostAndPort("127.0.0.1", servers.port(1))))
                .clientConfig(config)
                .build();
        return new Client(JedisScripts.of(jedis, waiters), () -> {
            waiters.shutdownNow();
            jedis.close();
        });
    }
}
