package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.lettuce.LettuceScripts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import redis.embedded.RedisServer;

/** A real Redis on a free port of loopback, and a connection to it. */
public final class RunningRedis implements AutoCloseable {
    private final RedisServer server;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private RunningRedis(RedisServer server, int port) throws IOException {
        this.server = server;
        server.start();
        this.client = RedisClient.create(RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(10))
                .build());
        this.connection = client.connect();
    }

    public static RunningRedis start() {
        try {
            int port = freePort();
            return new RunningRedis(
                    RedisServer.newRedisServer()
                            .port(port)
                            .bind("127.0.0.1")
                            .setting("save \"\"")
                            .build(),
                    port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.ports().get(0);
    }

    public RedisScripts scripts() {
        return LettuceScripts.of(connection);
    }

    public StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    /** Has the server end at once, as if its machine were gone. */
    public void kill() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
