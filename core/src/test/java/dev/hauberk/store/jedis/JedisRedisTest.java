package dev.hauberk.store.jedis;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;

/** Over the connections that a control sets up by itself. */
class JedisRedisTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.single();
    }

    @Override
    protected Client connect(RedisServers servers) {
        JedisRedis redis = JedisRedis.connect("redis://127.0.0.1:" + servers.port(0));
        return new Client(redis, redis);
    }
}
