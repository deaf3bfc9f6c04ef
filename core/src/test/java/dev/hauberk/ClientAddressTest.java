package dev.hauberk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.policy.AddressLiteral;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-7")
class ClientAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.3.4", "::ffff:1.2.3.4", "::FFFF:102:304", "0:0:0:0:0:ffff:1.2.3.4", "::ffff:0102:0304"})
    @Tag("RATE-1")
    void takesAMappedAddressForTheAddressItself(String text) {
        ClientAddress address = AddressLiteral.parse(text).orElseThrow();

        assertThat(address.isV4()).isTrue();
        assertThat(address.limitKey()).isEqualTo("1.2.3.4");
        assertThat(address)
                .isEqualTo(AddressLiteral.parse("1.2.3.4").orElseThrow())
                .hasToString("1.2.3.4");
    }

    @Test
    void takesTheSixteenBytesOfAMappedAddressForTheAddressItself() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 1, 2, 3, 4};

        assertThat(ClientAddress.ofBytes(mapped)).isEqualTo(ClientAddress.ofBytes(new byte[] {1, 2, 3, 4}));
        assertThat(ClientAddress.ofBytes(mapped).bytes()).hasSize(4);
    }

    @Test
    @Tag("RATE-1")
    void countsAllOfA64AsOne() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < 1 << 16; i++) {
            keys.add(ClientAddress.ofBytes(new byte[] {
                        0x20, 1, 0x0d, (byte) 0xb8, 0, 0, 0, 7, (byte) i, 1, 2, 3, 4, 5, 6, (byte) (i >> 8)
                    })
                    .limitKey());
        }

        assertThat(keys).containsExactly("2001:db8:0:7:0:0:0:0/64");
        assertThat(AddressLiteral.parse("2001:db8:0:8::1").orElseThrow().limitKey())
                .isEqualTo("2001:db8:0:8:0:0:0:0/64");
        assertThat(AddressLiteral.parse("2001:db8::1.2.3.4").orElseThrow().limitKey())
                .isEqualTo("2001:db8:0:0:0:0:0:0/64");
    }

    @Test
    @Tag("RATE-1")
    void dropsTheZone() throws UnknownHostException {
        byte[] bytes = InetAddress.getByName("fe80::1").getAddress();
        ClientAddress zoned = ClientAddress.of(Inet6Address.getByAddress("", bytes, 3));

        assertThat(zoned).isEqualTo(ClientAddress.ofBytes(bytes)).hasToString("fe80:0:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5, 15, 17})
    void refusesAnyOtherNumberOfBytes(int length) {
        assertThatThrownBy(() -> ClientAddress.ofBytes(new byte[length])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNotChangeWithTheBytesThatItGaveAway() {
        ClientAddress address = ClientAddress.ofBytes(new byte[] {1, 2, 3, 4});
        address.bytes()[0] = 9;

        assertThat(address).hasToString("1.2.3.4");
    }
}
