package dev.hauberk.servlet.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.ClientAddress;
import dev.hauberk.policy.AddressLiteral;
import dev.hauberk.policy.Cidr;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-7")
class TrustedProxiesTest {
    private static final ClientAddress PEER = AddressLiteral.parse("10.0.0.1").orElseThrow();

    private final TrustedProxies proxies =
            new TrustedProxies(List.of(Cidr.parse("10.0.0.0/8"), Cidr.parse("2001:db8:1::/48")));

    private String client(String... lines) {
        return proxies.client(PEER, Collections.enumeration(Arrays.asList(lines)))
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "203.0.113.9:4711, 203.0.113.9",
        "2001:db8::1, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:443, 2001:db8:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "[fe80::1%eth0]:1, fe80:0:0:0:0:0:0:1",
        "::ffff:203.0.113.9, 203.0.113.9",
        "[::ffff:203.0.113.9]:80, 203.0.113.9",
        "127.0.0.1, 127.0.0.1"
    })
    void reads(String hop, String address) {
        assertThat(client(hop)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_hidden",
                "unknown",
                "\"203.0.113.9\"",
                "203.0.113",
                "203.0.113.9.1",
                "256.1.1.1",
                "01.1.1.1",
                "203.0.113.9:",
                "203.0.113.9:123456",
                "203.0.113.9 evil",
                "localhost",
                "example.org",
                "0x7f.1.1.1",
                "2130706433",
                "[203.0.113.9",
                "2001:db8::1::2",
                "for=203.0.113.9",
                "203.0.113.9%eth0",
                ":",
                "[]"
            })
    void meansThePeerWhereAHopIsMalformed(String hop) {
        assertThat(client("198.51.100.1, " + hop)).isEqualTo(PEER.text());
    }

    @Test
    void passesOverTrustedHopsAndTheirMappedForms() {
        assertThat(client("203.0.113.9, 10.2.2.2, ::ffff:10.3.3.3, 2001:db8:1::5"))
                .isEqualTo("203.0.113.9");
    }

    @Test
    void takesTheLeftMostWhereAllAreTrusted() {
        assertThat(client("10.9.9.9, 10.2.2.2")).isEqualTo("10.9.9.9");
    }

    @Test
    void passesOverEmptyElements() {
        assertThat(client("203.0.113.9, ,", " ", "")).isEqualTo("203.0.113.9");
        assertThat(client("")).isEqualTo(PEER.text());
        assertThat(client()).isEqualTo(PEER.text());
    }

    @Property(tries = 1000)
    void isNeverMovedByWhatStandsLeftOfTheClient(@ForAll String forged) {
        assertThat(client(forged, "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(client(forged + ",203.0.113.9, 10.0.0.2")).isEqualTo("203.0.113.9");
    }

    @Property(tries = 1000)
    void neverFails(@ForAll String anything) {
        assertThat(client(anything)).isNotEmpty();
    }
}
