package dev.hauberk.servlet.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.Cidr;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.harness.Container;
import dev.hauberk.servlet.harness.Handler;
import dev.hauberk.servlet.harness.Served;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("HTTP-7")
@ParameterizedClass
@EnumSource(Container.class)
class ClientAddressFilterTest {
    private static final List<Cidr> LOOPBACK = List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("10.0.0.0/8"));
    private static final Handler TELL = (request, response) -> response.getWriter()
            .print(request.getRemoteAddr() + " " + request.getRemoteHost() + " "
                    + Exchange.of(request).address().text() + " " + request.getRequestURL() + " " + request.isSecure()
                    + " " + request.getHeader("X-Forwarded-For") + " "
                    + Collections.list(request.getHeaderNames()).stream()
                            .filter(name ->
                                    name.toLowerCase(java.util.Locale.ROOT).contains("forwarded"))
                            .count());

    @Parameter
    Container container;

    private String ask(List<Cidr> proxies, String... headers) {
        try (Served served = container.start(List.of(ClientAddressFilter.of(proxies)), TELL.servlet())) {
            return served.get("/x", headers).text().replace(":" + served.port(), "");
        }
    }

    private static String seenAs(String address) {
        return (address + " ").repeat(3) + "http://localhost/x false null 0";
    }

    @Test
    void ignoresEveryForwardingHeaderOfADirectConnection() {
        assertThat(ask(
                        List.of(),
                        "X-Forwarded-For: 203.0.113.9",
                        "Forwarded: for=203.0.113.9;proto=https;host=evil.example",
                        "X-Real-IP: 203.0.113.9",
                        "CF-Connecting-IP: 203.0.113.9",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Port: 1",
                        "X-Forwarded-Prefix: /evil"))
                .isEqualTo(seenAs("127.0.0.1"));
    }

    @Test
    void takesTheRightMostHopThatIsNoProxy() {
        assertThat(ask(LOOPBACK, "X-Forwarded-For: 198.51.100.1, 203.0.113.9, 10.1.2.3"))
                .isEqualTo(seenAs("203.0.113.9"));
    }

    @Test
    void joinsTwoHeaderLinesInTheirOrder() {
        assertThat(ask(LOOPBACK, "X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.9"))
                .isEqualTo(seenAs("203.0.113.9"));
    }

    @Test
    void ignoresTheOtherHeadersOfATrustedProxy() {
        assertThat(ask(
                        LOOPBACK,
                        "X-Real-IP: 203.0.113.9",
                        "Forwarded: for=203.0.113.9",
                        "CF-Connecting-IP: 203.0.113.9"))
                .isEqualTo(seenAs("127.0.0.1"));
    }

    @Test
    void takesSchemeAndHostFromATrustedProxy() {
        assertThat(ask(
                        LOOPBACK,
                        "X-Forwarded-For: 203.0.113.9",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: app.example"))
                .contains(" https://app.example/x true ");
    }

    @Test
    void isNotMovedByFiftyEntriesOfTheClient() {
        List<String> entries = new ArrayList<>(IntStream.range(0, 50)
                .mapToObj(i -> i % 2 == 0 ? "127.0.0.1" : "_hidden")
                .toList());
        entries.add("203.0.113.9");
        assertThat(ask(LOOPBACK, "X-Forwarded-For: " + String.join(", ", entries)))
                .isEqualTo(seenAs("203.0.113.9"));
    }
}
