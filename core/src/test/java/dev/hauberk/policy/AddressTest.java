package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-7")
class AddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "unknown", "_hidden", "localhost", "example.org", "1.2.3", "1.2.3.4.5", "01.2.3.4",
                        "1.2.3.256", "0x7f.0.0.1", "2130706433",
                "127.1", "1.2.3.4:80", " 1.2.3.4", "1.2.3.4 ", "1.2.3.4\n", "[::1]", "::1%eth0", "fe80::1%1", ":",
                        ":::", "1::2::3", "12345::",
                "1:2:3:4:5:6:7:8:9", "::ffff:1.2.3", "::ffff:1.2.3.4.5", "g::1", "١.٢.٣.٤", "1。2。3。4", "1.2.3.4/32",
                        "\u0000"
            })
    void refusesWhatIsNoLiteral(String text) {
        assertThat(AddressLiteral.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,127.0.0.1",
        "::1,0:0:0:0:0:0:0:1",
        "::ffff:1.2.3.4,1.2.3.4",
        "::FFFF:1.2.3.4,1.2.3.4",
        "0:0:0:0:0:ffff:102:304,1.2.3.4",
        "::ffff:0102:0304,1.2.3.4",
        "2001:db8::1.2.3.4,2001:db8:0:0:0:0:102:304",
        "2001:DB8:0:0::1,2001:db8:0:0:0:0:0:1",
    })
    void readsEachSpellingOfOneAddress(String text, String canonical) {
        assertThat(AddressLiteral.parse(text)).get().hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0/0",
                "::/0",
                "0.0.0.0/1",
                "128.0.0.0/1",
                "8.0.0.0/7",
                "::/6",
                "::ffff:0.0.0.0/96",
                "::ffff:0:0/97",
                "10.0.0.0/33",
                "10.0.0.0/",
                "10.0.0.0/-8",
                "10.0.0.0/+8",
                "10.0.0.0/8/8",
                "10.0.0.0/ 8",
                "10.0.0.1/8",
                "10.0.0.0/255.0.0.0",
                "proxy.example/8",
                "proxy",
                "10.0.0/8",
                "*",
                "",
                "fe80::1/64",
                "::ffff:10.0.0.0/8",
                "10.0.0.0/99999999999999999999"
            })
    void refusesARangeThatTrustsStrangersOrNobodyKnows(String range) {
        assertThatThrownBy(() -> Cidr.parse(range)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8,10.255.255.255,true",
        "10.0.0.0/8,11.0.0.0,false",
        "10.0.0.0/8,::ffff:10.1.2.3,true",
        "::ffff:10.0.0.0/104,10.1.2.3,true",
        "::ffff:10.0.0.0/104,11.1.2.3,false",
        "10.0.0.1,10.0.0.1,true",
        "10.0.0.1,10.0.0.2,false",
        "10.0.0.0/8,2001:db8::1,false",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "2001:db8::/33,2001:db8:8000::1,false",
        "::1,::1,true",
    })
    void knowsWhichAddressesARangeHolds(String range, String address, boolean held) {
        assertThat(Cidr.parse(range).contains(AddressLiteral.parse(address).orElseThrow()))
                .isEqualTo(held);
    }
}
