package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("POSTURE-2")
class StrengthTest {
    @ParameterizedTest
    @EnumSource(Weaker.class)
    void findsNothingWeakerThanItself(Weaker direction) {
        Object value = switch (direction) {
            case FEWER, MORE -> Set.of("a", "b");
            case LOOSER -> "DENY";
            default -> 5;
        };

        assertThat(Strength.weaknesses(direction, "x-frame-options", value, value))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LOWER,4,true", "LOWER,6,false", "HIGHER,6,true", "HIGHER,4,false", "OTHER,6,true", "NEVER,6,false"})
    void knowsWhichNumberIsWeakerThanFive(Weaker direction, int set, boolean weaker) {
        assertThat(Strength.weaknesses(direction, "key", 5, set)).hasSize(weaker ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"LOWER,true,false,true", "LOWER,false,true,false", "HIGHER,false,true,true", "HIGHER,true,false,false"})
    void takesYesForMoreThanNo(Weaker direction, boolean asked, boolean set, boolean weaker) {
        assertThat(Strength.weaknesses(direction, "key", asked, set)).hasSize(weaker ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "5 per 15m,5 per 15m,false",
        "5 per 15m,6 per 15m,true",
        "5 per 15m,5 per 14m,true",
        "5 per 15m,4 per 12m,false",
        "5 per 15m,4 per 11m59s,true",
        "5 per 15m,10 per 30m,true",
        "5 per 15m,1 per 1h,false",
        "100000000000000 per 1ms,100000000000000 per 40000d,false",
        "100000000000000 per 40000d,100000000000000 per 1ms,true",
    })
    void comparesRatesByTheirCountAndTheirSpeed(String asked, String set, boolean weaker) {
        assertThat(Strength.weaknesses(Weaker.HIGHER, "key", Rate.parse(asked), Rate.parse(set)))
                .hasSize(weaker ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "user,user,false",
        "user,tenant,false",
        "user,address,true",
        "address,user,true",
        "address,tenant,true",
        "tenant,user,true"
    })
    void comparesByWhatALimitCounts(String asked, String set, boolean weaker) {
        assertThat(Strength.weaknesses(
                        Weaker.HIGHER, "key", Limit.parse("9 per 1m per " + asked), Limit.parse("9 per 1m per " + set)))
                .hasSize(weaker ? 1 : 0);
    }

    @Test
    void takesNoBoundForWeakerThanAnyAndAnyForStricterThanNone() {
        Optional<Duration> day = Optional.of(Duration.ofDays(1));

        assertThat(Strength.weaknesses(Weaker.HIGHER, "key", day, Optional.empty()))
                .hasSize(1);
        assertThat(Strength.weaknesses(Weaker.HIGHER, "key", day, Optional.of(Duration.ofDays(2))))
                .hasSize(1);
        assertThat(Strength.weaknesses(Weaker.HIGHER, "key", day, day)).isEmpty();
        assertThat(Strength.weaknesses(Weaker.HIGHER, "key", Optional.empty(), day))
                .isEmpty();
    }

    @Test
    void namesEachItemThatIsMissingOrTooMany() {
        assertThat(Strength.weaknesses(Weaker.FEWER, "key", Set.of("a", "b", "c"), Set.of("b", "d")))
                .containsExactlyInAnyOrder("a", "c");
        assertThat(Strength.weaknesses(Weaker.MORE, "key", Set.of("a"), List.of("a", "b", "c")))
                .containsExactly("b", "c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strict-transport-security|max-age=10; preload|max-age=10; preload|false",
                "strict-transport-security|max-age=10|max-age=\"10\"|false",
                "strict-transport-security|max-age=10|max-age=9|true",
                "strict-transport-security|max-age=10|max-age = 11 ; x|false",
                "strict-transport-security|max-age=10|max-age=ten|true",
                "strict-transport-security|max-age=10|max-age=99999999999999999999|true",
                "strict-transport-security|max-age=10|max-age=5; max-age=20|true",
                "referrer-policy|strict-origin|no-referrer|false",
                "referrer-policy|strict-origin|same-origin|false",
                "referrer-policy|strict-origin|strict-origin-when-cross-origin|true",
                "referrer-policy|strict-origin|no-referrer, unsafe-url|true",
                "permissions-policy|camera=()|camera=(), usb=()|false",
                "permissions-policy|camera=()|camera=*|true",
                "permissions-policy|camera=()|usb=()|true",
                "x-frame-options|DENY|deny|false",
                "x-frame-options|DENY|SAMEORIGIN|true",
            })
    @Tag("HTTP-1")
    void comparesEachHeaderInItsOwnWords(String key, String asked, String set, boolean looser) {
        assertThat(new HeaderStrength(key).isLooser(asked, set)).isEqualTo(looser);
    }
}
