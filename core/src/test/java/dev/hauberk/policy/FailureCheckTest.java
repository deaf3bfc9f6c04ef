package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.Control;
import dev.hauberk.policy.FailurePolicy.Without;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("RATE-1")
class FailureCheckTest {
    private static final String LIMITS = "limits: {api: 100 per 1m per user, auth: 10 per 1m per address}\n";

    @Test
    void goesOnLocallyWithin50MillisecondsAndClosesAuthWhereNothingIsWritten() {
        assertThat(FailurePolicy.DEFAULT.within()).isEqualTo(Duration.ofMillis(50));
        assertThat(FailurePolicy.DEFAULT.of("api")).isEqualTo(Without.LOCAL);
        assertThat(FailurePolicy.DEFAULT.of("auth")).isEqualTo(Without.CLOSED);
        FailurePolicy written = SecurityPolicy.parse("hauberk:\n  failures: {RATE-1: {redis: closed}}\n", "hauberk.yml")
                .failures()
                .get(Control.RATE_1);
        assertThat(written)
                .isEqualTo(new FailurePolicy(
                        Without.CLOSED, FailurePolicy.DEFAULT.within(), FailurePolicy.DEFAULT.closed()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{RATE-2: {redis: local}}|failures.RATE-2 [RATE-2]|this control refuses",
                "{RATE-1: {closed: [aut]}}|failures.RATE-1.closed [RATE-1]|Did you mean auth?",
                "{RATE-1: {within: 0}}|failures.RATE-1.within [RATE-1]|between 1ms and 10s",
                "{RATE-1: {within: 11s}}|failures.RATE-1.within [RATE-1]|between 1ms and 10s",
                "{RATE-1: {redis: open}}|failures.RATE-1.redis [RATE-1]|Or accept RATE-1",
            })
    void refusesWhatNobodyKeepsAndWhatIsWeak(String failures, String place, String says) {
        assertThat(Written.lines(LIMITS + "failures: " + failures + "\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:2  " + place)
                .contains(says);
    }

    @Test
    void letsPassWithoutRedisWhereThatIsAccepted() {
        assertThat(Written.lines("failures: {RATE-1: {redis: open}}\n"
                        + "accept: [{control: RATE-1, why: a test, by: me, until: 2026-12-01}]\n"))
                .isEmpty();
    }
}
