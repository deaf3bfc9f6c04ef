package dev.hauberk.store.lettuce;

import dev.hauberk.server.redis.RedisScriptsContract;
import dev.hauberk.server.redis.RedisServers;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import org.junit.jupiter.api.Tag;

/** Over Lettuce, to a cluster. */
@Tag("soak")
class LettuceClusterScriptsTest extends RedisScriptsContract {
    @Override
    protected RedisServers start() {
        return RedisServers.cluster();
    }

    @Override
    protected Client connect(RedisServers servers) {
        RedisClusterClient client = RedisClusterClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(servers.port(0))
                .withTimeout(Duration.ofSeconds(2))
                .build());
        return new Client(
                LettuceScripts.of(client.connect()), () -> client.shutdown(Duration.ZERO, Duration.ofSeconds(2)));
    }
}
