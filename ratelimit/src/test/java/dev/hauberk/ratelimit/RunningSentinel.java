package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.lettuce.LettuceScripts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;

/** A real Redis, and a Sentinel that says where it is. */
final class RunningSentinel implements AutoCloseable {
    private final RedisServer master;
    private final RedisSentinel sentinel;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private RunningSentinel(int port, int sentinelPort) throws IOException {
        this.master = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        this.sentinel = RedisSentinel.newRedisSentinel()
                .bind("127.0.0.1")
                .port(sentinelPort)
                .masterName("limits")
                .masterPort(port)
                .quorumSize(1)
                .build();
        master.start();
        sentinel.start();
        this.client = RedisClient.create(RedisURI.Builder.sentinel("127.0.0.1", sentinelPort, "limits")
                .withTimeout(Duration.ofSeconds(10))
                .build());
        this.connection = client.connect();
    }

    static RunningSentinel start() {
        try {
            return new RunningSentinel(RunningRedis.freePort(), RunningRedis.freePort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RedisScripts scripts() {
        return LettuceScripts.of(connection);
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        try {
            sentinel.stop();
            master.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
