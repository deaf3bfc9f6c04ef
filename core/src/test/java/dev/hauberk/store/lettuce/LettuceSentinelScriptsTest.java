package dev.hauberk.store.lettuce;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;

/** Over Lettuce, to what Sentinel says is the master. */
class LettuceSentinelScriptsTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.sentinel();
    }

    @Override
    protected Client connect(RedisServers servers) {
        RedisClient client =
                RedisClient.create(RedisURI.Builder.sentinel("127.0.0.1", servers.port(1), RedisServers.MASTER)
                        .withTimeout(Duration.ofSeconds(2))
                        .build());
        return new Client(
                LettuceScripts.of(client.connect()), () -> client.shutdown(Duration.ZERO, Duration.ofSeconds(2)));
    }
}
