package dev.hauberk.ratelimit;

import dev.hauberk.ClientAddress;
import dev.hauberk.Events;
import dev.hauberk.UnavailableException;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.store.lettuce.LettuceRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import redis.embedded.RedisServer;

/** Two nodes that share the limits of a policy over a Redis that can be broken in many ways. */
final class FaultRig implements AutoCloseable {
    static final int LIMIT = 10;

    private static final SecurityPolicy POLICY = SecurityPolicy.of(Map.of(
            "limits",
            Map.of(
                    "api", LIMIT + " per 1h per user",
                    "rare", "1000 per 1h per address",
                    "auth", "10 per 1m per address")));

    private final int port;
    private final FaultyProxy proxy;
    private final List<LettuceRedis> connections = new ArrayList<>();
    private final List<Limits> nodes = new ArrayList<>();
    private RedisServer server;
    private RedisClient client;
    private StatefulRedisConnection<String, String> admin;
    private final AtomicInteger addresses = new AtomicInteger();

    FaultRig() throws IOException {
        this.port = RunningRedis.freePort();
        startServer();
        this.proxy = new FaultyProxy(port);
        KeyRing keys = KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")));
        for (int i = 0; i < 2; i++) {
            LettuceRedis redis = LettuceRedis.connect("redis://127.0.0.1:" + proxy.port());
            connections.add(redis);
            nodes.add(Limits.redis(POLICY, redis, keys, new Events(), InstantSource.system()));
        }
    }

    Limits node(int which) {
        return nodes.get(which);
    }

    FaultyProxy network() {
        return proxy;
    }

    /** Whoever looks after Redis, by a way that is never faulty. */
    RedisCommands<String, String> admin() {
        return admin.sync();
    }

    /** Takes the password away that only this connection was there before. */
    void unlock() {
        admin().configSet("requirepass", "");
    }

    ClientAddress newAddress() {
        int next = addresses.incrementAndGet();
        return ClientAddress.ofBytes(new byte[] {(byte) 198, (byte) (next >> 16), (byte) (next >> 8), (byte) next});
    }

    /** Until each node knows of the other: it says that it lives once a second, and hears how many do. */
    void awaitBothKnown() throws InterruptedException {
        ClientAddress address = newAddress();
        for (int i = 0; i < 3; i++) {
            nodes.forEach(node -> node.take(Optional.of("rare"), address));
            TimeUnit.MILLISECONDS.sleep(1_050);
        }
    }

    long granted(int node, ClientAddress address, int times) {
        long granted = 0;
        for (int i = 0; i < times; i++) {
            granted += node(node)
                            .take(Optional.of("api"), address)
                            .orElseThrow()
                            .permit()
                            .granted()
                    ? 1
                    : 0;
        }
        return granted;
    }

    /** Whether somebody whom no node has counted yet may sign in, which is closed while Redis does not answer. */
    boolean signsIn(int node) {
        try {
            return node(node)
                    .take(Optional.of("auth"), newAddress())
                    .orElseThrow()
                    .permit()
                    .granted();
        } catch (UnavailableException e) {
            return false;
        }
    }

    /** How long it takes until Redis decides again on both nodes, or until that much has passed. */
    Duration awaitBack(Duration atMost) {
        long start = System.nanoTime();
        while (!(signsIn(0) && signsIn(1))) {
            if (System.nanoTime() - start > atMost.toNanos()) {
                break;
            }
            Thread.onSpinWait();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void startServer() throws IOException {
        server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        client = RedisClient.create("redis://127.0.0.1:" + port);
        admin = client.connect();
    }

    /** The signal {@code KILL}, {@code STOP} or {@code CONT}. */
    void signal(String name) {
        String pid = admin().info("server")
                .lines()
                .filter(line -> line.startsWith("process_id:"))
                .findFirst()
                .orElseThrow()
                .substring("process_id:".length());
        signal(name, pid.strip());
    }

    private static void signal(String name, String pid) {
        try {
            new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void killServer() {
        signal("KILL");
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    void restartServer() {
        try {
            server.stop();
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connections.forEach(LettuceRedis::close);
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        proxy.close();
        server.stop();
    }
}
