package dev.hauberk.server.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.embedded.Redis;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** Real servers of Redis on loopback: one, one that a Sentinel knows as {@code scripts}, or a cluster of three. */
public final class RedisServers implements AutoCloseable {
    public static final String MASTER = "scripts";

    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;

    private final List<Redis> running = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();

    private RedisServers() {}

    public static RedisServers single() {
        RedisServers servers = new RedisServers();
        servers.add(freePort(), List.of());
        return servers;
    }

    /** The port of the server is the first, that of the Sentinel the second. */
    public static RedisServers sentinel() {
        RedisServers servers = single();
        try {
            int port = freePort();
            RedisSentinel sentinel = RedisSentinel.newRedisSentinel()
                    .bind("127.0.0.1")
                    .port(port)
                    .masterName(MASTER)
                    .masterPort(servers.port(0))
                    .quorumSize(1)
                    .build();
            sentinel.start();
            servers.running.add(0, sentinel);
            servers.ports.add(port);
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RedisServers cluster() {
        RedisServers servers = new RedisServers();
        for (int i = 0; i < MASTERS; i++) {
            servers.add(freePort(), List.of("cluster-enabled yes", "cluster-config-file " + configFile()));
        }
        for (int i = 0; i < MASTERS; i++) {
            String slots = IntStream.range(SLOTS * i / MASTERS, SLOTS * (i + 1) / MASTERS)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(" "));
            servers.ask(i, "CLUSTER ADDSLOTS " + slots);
            for (int port : servers.ports) {
                servers.ask(i, "CLUSTER MEET 127.0.0.1 " + port);
            }
        }
        for (int i = 0; i < MASTERS; i++) {
            while (!servers.ask(i, "CLUSTER INFO").contains("cluster_state:ok")) {
                pause();
            }
        }
        return servers;
    }

    private void add(int port, List<String> settings) {
        try {
            RedisServerBuilder builder =
                    RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"");
            settings.forEach(builder::setting);
            RedisServer server = builder.build();
            server.start();
            running.add(server);
            ports.add(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port(int server) {
        return ports.get(server);
    }

    /** What a server answers to a command, as it is on the wire. */
    public String ask(int server, String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(server))) {
            socket.getOutputStream().write((command + "\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks every server that keeps data. */
    public void askAll(String command) {
        for (int i = 0; i < running.stream().filter(RedisServer.class::isInstance).count(); i++) {
            ask(i, command);
        }
    }

    @Override
    public void close() {
        for (Redis server : running) {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String configFile() {
        try {
            return Files.createTempDirectory("cluster").resolve("nodes.conf").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose neighbour, ten thousand above, may be free too: there the servers of a cluster talk to each other. */
    private static int freePort() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() <= 55_000) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
