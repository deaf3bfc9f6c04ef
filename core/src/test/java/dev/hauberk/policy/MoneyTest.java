package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("RATE-6")
class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "0.75 USD,750000,0.75 USD",
        "$0.75,750000,0.75 USD",
        "$2.5,2500000,2.50 USD",
        "2.50 USD,2500000,2.50 USD",
        "3 USD,3000000,3.00 USD",
        "0 USD,0,0.00 USD",
        "0.000001 USD,1,0.000001 USD",
        "10.010000 USD,10010000,10.01 USD",
        "1000000000 USD,1000000000000000,1000000000.00 USD"
    })
    void readsWhatAPolicyWrites(String text, long micros, String shown) {
        assertThat(Money.parse(text)).isEqualTo(new Money(micros)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1 USD",
                "1 USD ",
                "1",
                "0.75",
                "1  USD",
                "1 usd",
                "1 EUR",
                "USD 1",
                "$",
                "$1 USD",
                "$ 1",
                "-1 USD",
                "$-1",
                "+1 USD",
                "NaN",
                "NaN USD",
                "Infinity USD",
                "1e3 USD",
                "1e-9 USD",
                ".5 USD",
                "1. USD",
                "0,75 USD",
                "1,000 USD",
                "0.0000001 USD",
                "1.2.3 USD",
                "1000000000.000001 USD",
                "99999999999 USD",
                "\u0661 USD",
                "0x1 USD"
            })
    void refusesWhatIsNoMoney(String text) {
        assertThatThrownBy(() -> Money.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesLessThanNothingAndMoreThanABillion() {
        assertThat(new Money(1_000_000_000_000_000L)).isGreaterThan(Money.ZERO);
        assertThatThrownBy(() -> new Money(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(1_000_000_000_000_001L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(1_000_000_000_000_000L).plus(new Money(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "1000000000.000001", "1E+1000000000", "-1E-1000000000", "-1E+1000000000"})
    void refusesDollarsOutOfItsRange(BigDecimal dollars) {
        assertThatThrownBy(() -> Money.roundedUp(dollars)).hasMessageContaining("from 0 to");
        assertThatThrownBy(() -> Money.exactly(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0E-20,0",
        "1E-9,1",
        "1E-1000000000,1",
        "0.000001,1",
        "0.0000010,1",
        "0.00000100001,2",
        "0.0000015,2",
        "1000000000,1000000000000000",
        "1E+9,1000000000000000"
    })
    void roundsUpToAWholeMicroDollar(BigDecimal dollars, long micros) {
        assertThat(Money.roundedUp(dollars).micros()).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E-9", "0.0000015", "1E-1000000000"})
    void roundsNothingWhereItIsToBeExact(BigDecimal dollars) {
        assertThatThrownBy(() -> Money.exactly(dollars)).hasMessageContaining("at most six decimals");
    }

    @Test
    void countsAPriceOfABillionthAMillionTimesAsNoLessThanItIs() {
        BigDecimal price = new BigDecimal("1E-9");
        Money each = new Money(0);
        for (int i = 0; i < 1_000_000; i++) {
            each = each.plus(Money.roundedUp(price));
        }
        assertThat(Money.exactly(price.multiply(BigDecimal.valueOf(1_000_000)))).isLessThan(each);
        assertThat(each).hasToString("1.00 USD");
    }

    @Property
    void readsBackWhatItWrites(@ForAll @LongRange(min = 0, max = 1_000_000_000_000_000L) long micros) {
        Money money = new Money(micros);
        assertThat(Money.parse(money.toString())).isEqualTo(money);
        assertThat(Money.exactly(BigDecimal.valueOf(micros, 6))).isEqualTo(money);
        assertThat(Money.roundedUp(BigDecimal.valueOf(micros, 6))).isEqualTo(money);
    }
}
