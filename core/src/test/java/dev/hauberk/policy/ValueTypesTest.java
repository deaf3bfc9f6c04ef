package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-2")
class ValueTypesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5 per",
                "per 15m",
                "5 per 15",
                "0 per 15m",
                "5 per 0",
                "5 per 0m",
                "-5 per 15m",
                "5.5 per 15m",
                "5 every 15m",
                "5 PER 15m",
                "5 per 15M",
                "5 per 15m per user",
                "٥ per 15m"
            })
    void refusesWhatIsNoRate(String text) {
        assertThatThrownBy(() -> Rate.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "30 per 1m",
                "30 per address",
                "30 per 1m per",
                "30 per 1m per ADDRESS",
                "30 per 1m per ip",
                "30 per 1m per user per day",
                "0 per 1m per user"
            })
    void refusesWhatIsNoLimit(String text) {
        assertThatThrownBy(() -> Limit.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1ms,1",
        "1s,1000",
        "1m,60000",
        "1h30m,5400000",
        "1d,86400000",
        "1d1h1m1s1ms,90061001",
        "90m,5400000"
    })
    void readsTimes(String text, long millis) {
        assertThat(Scalars.time(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "00", "m", "-1m", "1.5h", "1M", "1 m", "1m1h", "PT1M", "1w", "１m"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> Scalars.time(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0B,0", "512B,512", "64KB,65536", "1MB,1048576", "1 MB,1048576"})
    void readsSizes(String text, long bytes) {
        assertThat(DataSize.parse(text).bytes()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64", "64kb", "64K", "64GB", "-1KB", "1.5MB", "KB", "MB64"})
    void refusesWhatIsNoSize(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "failures", "0 failures", "1 failure", "-1 failures", "10 Failures"})
    void refusesWhatIsNoNumberOfFailures(String text) {
        assertThatThrownBy(() -> Failures.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "string",
                "Text",
                "text 1",
                "text 1..",
                "text ..9",
                "text 9..1",
                "text -1..9",
                "text 1..9 x",
                "boolean 0..1",
                "number 1..2",
                "texts -1..2",
                "text 1...9",
                "text 1,9"
            })
    void refusesWhatIsNoShape(String text) {
        assertThatThrownBy(() -> Shape.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersSizesAndFailures() {
        assertThat(DataSize.parse("64KB")).isLessThan(DataSize.parse("1MB"));
        assertThat(Failures.parse("9 failures")).isLessThan(Failures.parse("10 failures"));
    }

    @Test
    void comparesRulesByWhatTheySayAndNotByWhereTheyAreWritten() {
        RoutePolicy here = Written.policy("limits: {l: 1 per 1m per user}\nroutes: [{path: /a, access: public}]")
                .routes()
                .get(0);
        RoutePolicy there = Written.policy("limits: {l: 1 per 1m per user}\n\nroutes: [{path: /a, access: public}]")
                .routes()
                .get(0);
        RoutePolicy other = Written.policy("limits: {l: 1 per 1m per user}\nroutes: [{path: /b, access: public}]")
                .routes()
                .get(0);

        assertThat(here).isEqualTo(there).hasSameHashCodeAs(there).isNotEqualTo(other);
        assertThat(here.place()).isNotEqualTo(there.place());
    }

    @Test
    void refusesATimeThatHasMoreNanosecondsThanCanBeCounted() {
        assertThat(Rate.parse("1 per 73050d").per()).isEqualTo(Duration.ofDays(73_050));
        assertThatThrownBy(() -> Limit.parse("100 per 999999999d per user"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("73050d");
        assertThatThrownBy(() -> new Rate(1, Duration.ofDays(73_050).plusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesThePlaceOfATimeThatIsTooLong() {
        assertThatThrownBy(() -> SecurityPolicy.parse("limits:\n  api: 100 per 999999999d per user\n", "hauberk.yml"))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining("hauberk.yml:2")
                .hasMessageContaining("limits.api");
    }
}
