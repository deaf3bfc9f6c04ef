package dev.hauberk.ratelimit;

import dev.hauberk.store.RedisScripts;
import dev.hauberk.store.lettuce.LettuceScripts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import redis.embedded.RedisServer;

/** A real Redis cluster of three masters on loopback, each with a third of the slots. */
public final class RunningCluster implements AutoCloseable {
    private static final int MASTERS = 3;

    private final List<RedisServer> servers = new ArrayList<>();
    private final RedisClusterClient client;
    private final StatefulRedisClusterConnection<String, String> connection;

    private RunningCluster() throws IOException, InterruptedException {
        List<Integer> ports = new ArrayList<>();
        for (int i = 0; i < MASTERS; i++) {
            int port = freePort();
            ports.add(port);
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("cluster-enabled yes")
                    .setting("cluster-config-file "
                            + Files.createTempDirectory("cluster").resolve("nodes.conf"))
                    .build();
            server.start();
            servers.add(server);
        }
        join(ports);
        this.client = RedisClusterClient.create(uri(ports.get(0)));
        this.connection = client.connect();
    }

    public static RunningCluster start() {
        try {
            return new RunningCluster();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(List<Integer> ports) throws InterruptedException {
        for (int i = 0; i < MASTERS; i++) {
            int from = SlotHash.SLOT_COUNT * i / MASTERS;
            int to = SlotHash.SLOT_COUNT * (i + 1) / MASTERS;
            RedisClient one = RedisClient.create(uri(ports.get(i)));
            try (StatefulRedisConnection<String, String> node = one.connect()) {
                RedisCommands<String, String> commands = node.sync();
                commands.clusterAddSlots(IntStream.range(from, to).toArray());
                ports.forEach(port -> commands.clusterMeet("127.0.0.1", port));
            } finally {
                one.shutdown(Duration.ZERO, Duration.ofSeconds(2));
            }
        }
        for (int port : ports) {
            RedisClient one = RedisClient.create(uri(port));
            try (StatefulRedisConnection<String, String> node = one.connect()) {
                while (!node.sync().clusterInfo().contains("cluster_state:ok")) {
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            } finally {
                one.shutdown(Duration.ZERO, Duration.ofSeconds(2));
            }
        }
    }

    private static RedisURI uri(int port) {
        return RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(port)
                .withTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** One whose neighbour, ten thousand above, may be free too: there the servers talk to each other. */
    private static int freePort() throws IOException {
        int port = RunningRedis.freePort();
        while (port > 55_000) {
            port = RunningRedis.freePort();
        }
        return port;
    }

    public RedisScripts scripts() {
        return LettuceScripts.of(connection);
    }

    /** Has every server forget everything. */
    public void forget() {
        connection.sync().flushall();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        for (RedisServer server : servers) {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
