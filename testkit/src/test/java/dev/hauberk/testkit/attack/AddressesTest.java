package dev.hauberk.testkit.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RATE-5")
class AddressesTest {
    @Test
    void givesEachAddressOnceAndOnlyLoopbackOnes() {
        Addresses addresses = new Addresses(0x3f_fff0);
        Set<InetAddress> seen = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            InetAddress address = addresses.next();
            assertThat(address.isLoopbackAddress()).isTrue();
            assertThat(seen.add(address)).isTrue();
        }
        assertThat(seen).extracting(InetAddress::getHostAddress).doesNotContain("127.0.0.1");
    }
}
