package dev.hauberk.store.lettuce;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.time.Duration;

/** Over Lettuce, to one server. */
class LettuceScriptsTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.single();
    }

    @Override
    protected Client connect(RedisServers servers) {
        RedisClient client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(servers.port(0))
                .withTimeout(Duration.ofSeconds(2))
                .build());
        return new Client(
                LettuceScripts.of(client.connect()), () -> client.shutdown(Duration.ZERO, Duration.ofSeconds(2)));
    }
}
