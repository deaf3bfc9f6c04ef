package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.example.probe.Probes;
import dev.hauberk.policy.SecurityPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench behind a proxy that caches whatever it may. */
@Tag("HTTP-3")
class CacheInFrontTest {
    private static final String CONFIGURATION = """
            daemon off; master_process off; pid %1$s/pid; error_log stderr error;
            events {}
            http {
              access_log off;
              client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy; fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
              proxy_cache_path %1$s/cache keys_zone=all:1m;
              server {
                listen 127.0.0.1:%2$d;
                location / {
                  proxy_pass http://127.0.0.1:%3$d;
                  proxy_cache all;
                  proxy_cache_valid any 10m;
                  add_header X-Cache $upstream_cache_status always;
                }
              }
            }
            """;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isNeverServedFromTheCacheToSomebodyElse() throws Exception {
        try (RunningWorkbench workbench = new RunningWorkbench(Policies.withProbes(), Probes.class);
                Proxy proxy = proxy(workbench)) {
            for (String path : new String[] {"/api/stats", "/api/v2/probes/own-headers", "/auth/me", "/", "/nowhere"}) {
                HttpResponse<String> first = get(proxy.port(), path);
                HttpResponse<String> second = get(proxy.port(), path);
                assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-store");
                assertThat(second.headers().firstValue("X-Cache")).as(path).hasValue("MISS");
                assertThat(second.headers().firstValue("X-Request-Id"))
                        .isNotEqualTo(first.headers().firstValue("X-Request-Id"));
            }
        }
    }

    @Test
    void isServedFromTheCacheWhereThePolicyLeavesCachingToTheApplication() throws Exception {
        String cacheable = Policies.withProbes().headers().cacheable().isEmpty()
                ? Policies.text().replace("  headers:\n", "  headers:\n    cacheable: [/api/stats]\n")
                : Policies.text();
        try (RunningWorkbench workbench = new RunningWorkbench(SecurityPolicy.parse(cacheable, "hauberk.yml"));
                Proxy proxy = proxy(workbench)) {
            get(proxy.port(), "/api/stats");
            assertThat(get(proxy.port(), "/api/stats").headers().firstValue("X-Cache"))
                    .hasValue("HIT");
        }
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Proxy proxy(RunningWorkbench workbench) throws Exception {
        Path nginx = Tool.find("nginx");
        int port = freePort();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(folder, port, workbench.port()));
        Process process = new ProcessBuilder(nginx.toString(), "-c", configuration.toString(), "-e", "stderr")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Proxy proxy = new Proxy(process, port);
        for (int i = 0; i < 200; i++) {
            try {
                get(port, "/nowhere");
                return proxy;
            } catch (IOException notYet) {
                assertThat(process.waitFor(50, TimeUnit.MILLISECONDS))
                        .as(Files.readString(folder.resolve("nginx.out")))
                        .isFalse();
            }
        }
        proxy.close();
        throw new IllegalStateException("nginx does not answer");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private record Proxy(Process process, int port) implements AutoCloseable {
        @Override
        public void close() throws InterruptedException {
            process.destroy();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }
}
