package dev.hauberk.servlet.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.ResponsePolicy;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Served;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fifty megabytes pass through, and nothing of them stays. */
@Tag("HTTP-4")
class StripMemoryTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int MEGABYTES = 50;
    private static final String ITEM =
            "{\"a\":\"" + "~".repeat(900) + "\",\"password\":\"geheim" + "^".repeat(100) + "\"}";

    /** What was used of the heap after a collection, at each megabyte. */
    private final ConcurrentLinkedQueue<Long> used = new ConcurrentLinkedQueue<>();

    @ParameterizedTest
    @EnumSource(Container.class)
    void stripsAStreamOfFiftyMegabytesInConstantMemory(Container container) throws IOException {
        ResponsePolicy policy = new ResponsePolicy(Set.of("password"), List.of(), Set.of());
        Handler application = this::answer;
        long items = (long) MEGABYTES * MEGABYTE / ITEM.length();
        try (Served served = container.start(List.of(StripFilter.of(policy)), application.servlet());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write("GET /stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            Read read = Read.all(socket.getInputStream());
            assertThat(read.kept).isEqualTo(items * 900);
            assertThat(read.leaked).isZero();
        }
        List<Long> samples = List.copyOf(used);
        assertThat(samples).hasSize(MEGABYTES);
        // The first megabytes load classes and fill the container's own buffers.
        List<Long> steady = samples.subList(10, MEGABYTES);
        long least = steady.stream().mapToLong(Long::longValue).min().orElseThrow();
        long most = steady.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(most - least).isLessThan(4L * MEGABYTE);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        ServletOutputStream out = response.getOutputStream();
        byte[] item = ITEM.getBytes(StandardCharsets.US_ASCII);
        long items = (long) MEGABYTES * MEGABYTE / item.length;
        out.write('[');
        long sampled = 0;
        for (long i = 0; i < items; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(item);
            if ((i + 1) * item.length / MEGABYTE > sampled || i == items - 1 && sampled < MEGABYTES) {
                sampled++;
                System.gc();
                used.add(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }
        out.write(']');
    }

    /** What came over the socket: how many ~ were kept, and how many ^, which stand in passwords alone. */
    private record Read(long kept, long leaked) {
        static Read all(InputStream in) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long kept = 0;
            long leaked = 0;
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    kept += buffer[i] == '~' ? 1 : 0;
                    leaked += buffer[i] == '^' ? 1 : 0;
                }
            }
            return new Read(kept, leaked);
        }
    }
}
