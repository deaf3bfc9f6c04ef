package dev.hauberk.servlet.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Reason;
import dev.hauberk.policy.Cidr;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Served;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Toll;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.unixdomain.server.UnixDomainServerConnector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("HTTP-7")
class KnownPeerTest {
    private static final Handler TELL = (request, response) -> response.getWriter()
            .print("reached as " + Exchange.of(request).address().text());

    private final List<Event> seen = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void refusesAPeerWithoutAnAddress() throws IOException {
        assertThat(askOverUnixSocket(List.of(), ""))
                .startsWith("HTTP/1.1 403 ")
                .contains("\"code\":\"forbidden\"")
                .doesNotContain("reached");
        assertThat(seen).singleElement().satisfies(event -> {
            assertThat(event.control()).isEqualTo(Control.HTTP_7);
            assertThat(event.reason()).isEqualTo(Reason.ADDRESS.code());
        });
    }

    @Test
    void refusesItWhateverItForwards() throws IOException {
        assertThat(askOverUnixSocket(List.of(Cidr.parse("10.0.0.0/8")), "X-Forwarded-For: 203.0.113.9\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContain("reached");
    }

    @Test
    void believesOneThatIsDeclaredAsAProxy() throws IOException {
        assertThat(askOverUnixSocket(List.of(Cidr.parse("0.0.0.0")), "X-Forwarded-For: 198.51.100.1, 203.0.113.9\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .endsWith("reached as 203.0.113.9");
        assertThat(seen).isEmpty();
    }

    @Test
    void letsAPeerWithAnAddressPass() {
        for (Container container : Container.values()) {
            try (Served served = container.start(steps(List.of()), TELL.servlet())) {
                assertThat(served.get("/x").text()).isEqualTo("reached as 127.0.0.1");
            }
        }
    }

    private List<jakarta.servlet.Filter> steps(List<Cidr> proxies) {
        Events events = new Events();
        events.subscribe(seen::add);
        Refusals refusals = Refusals.of(events, InstantSource.system(), Toll.none());
        return List.of(ClientAddressFilter.of(proxies), KnownPeer.of(proxies, refusals));
    }

    /** Everything that comes back. Jetty says that the peer has no address; Tomcat calls it 127.0.0.1. */
    private String askOverUnixSocket(List<Cidr> proxies, String headers) throws IOException {
        Path socket = folder.resolve("s");
        try (Served served = Container.JETTY.start(
                        context -> Container.register(context, steps(proxies), TELL.servlet()),
                        server -> listenOn(socket, (Server) server));
                SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            assertThat(served.port()).isPositive();
            channel.connect(UnixDomainSocketAddress.of(socket));
            String request = "GET /x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            ByteBuffer reply = ByteBuffer.allocate(16_384);
            while (channel.read(reply) >= 0) {
                assertThat(reply.hasRemaining()).isTrue();
            }
            return new String(reply.array(), 0, reply.position(), StandardCharsets.US_ASCII);
        }
    }

    private static void listenOn(Path socket, Server server) {
        UnixDomainServerConnector connector = new UnixDomainServerConnector(server, new HttpConnectionFactory());
        connector.setUnixDomainPath(socket);
        server.addConnector(connector);
    }
}
