package dev.hauberk.example.workbench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** A real Redis on a free port of loopback, which keeps nothing on disk. */
final class OwnRedis {
    private final RedisServer server;
    private final int port;

    private OwnRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static OwnRedis start() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        RedisServer server = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        server.start();
        return new OwnRedis(server, port);
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Ends it; ending it twice is ending it once. */
    void stop() throws IOException {
        server.stop();
    }
}
