package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-2")
class AcceptanceTest {
    private static final String WEAK = "sessions: {per-user: 6}\n";
    private static final String ACCEPT =
            "accept:\n  - {control: SESS-4, why: tablets, by: the owner, until: 2026-12-31}\n";

    @ParameterizedTest
    @ValueSource(strings = {"why", "by", "until", "control"})
    void needsAReasonAPersonADateAndAControl(String missing) {
        String accept = ACCEPT.replaceAll(missing + ": [^,}]+(, )?", "");

        assertThat(Written.lines(WEAK + accept))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("hauberk.yml:3  accept.0." + missing));
    }

    @Test
    void holdsUntilTheEndOfItsLastDayInUtc() {
        PolicySource source = PolicySource.yaml(WEAK + ACCEPT, "hauberk.yml");

        assertThat(source.policy(at("2026-12-31T23:59:59.999Z")).sessions().perUser())
                .isEqualTo(6);
        assertThat(catchThrowable(() -> source.policy(at("2027-01-01T00:00:00Z"))))
                .hasMessageContaining("The acceptance of SESS-4 ended on 2026-12-31");
    }

    @Test
    void acceptsNothingButItsControl() {
        assertThat(Written.lines(WEAK + ACCEPT.replace("SESS-4", "SESS-1")))
                .singleElement()
                .asString()
                .contains("[SESS-4]");
    }

    @Test
    void acceptsNoMistake() {
        assertThat(Written.lines("sessions: {per-user: many}\n" + ACCEPT))
                .singleElement()
                .asString()
                .contains("digits alone");
    }

    @Test
    void goesByTheLatestOfSeveral() {
        String ended = ACCEPT + "  - {control: SESS-4, why: phones, by: the owner, until: 2020-01-01}\n";

        assertThat(Written.lines(WEAK + ended)).isEmpty();
    }

    private static InstantSource at(String instant) {
        return InstantSource.fixed(Instant.parse(instant));
    }

    @Test
    void takesNothingUnseenForAReasonOrAPerson() {
        for (String unseen : new String[] {"\\u200b", "\\u2060", "-", "..."}) {
            for (String key : new String[] {"why", "by"}) {
                String yaml = "accept: [{control: AUTHN-1, why: a, by: b, until: 2026-12-01}]"
                        .replaceFirst(
                                key + ": .,", java.util.regex.Matcher.quoteReplacement(key + ": \"" + unseen + "\","));
                assertThat(Written.lines(yaml)).as(yaml).isNotEmpty();
            }
        }
    }
}
