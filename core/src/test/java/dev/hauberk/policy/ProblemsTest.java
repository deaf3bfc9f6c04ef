package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Control;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("POSTURE-2")
class ProblemsTest {
    private final Problems problems = new Problems();

    @Test
    void throwsNothingWhereNothingIsWrong() {
        assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
    }

    @Test
    void throwsAllOfThemOnceInTheOrderOfTheirPlaces() {
        for (int line : new int[] {10, 9, 10}) {
            problems.add(new Place("b.yml", line), "path", "asked", "set", "Remedy.");
        }
        problems.add(new Place("a.yml", 99), "path", Control.SESS_4, "asked", "set", "Remedy.");

        assertThatThrownBy(problems::throwIfAny)
                .hasMessage("the security policy has 3 problem(s):"
                        + "\n  a.yml:99  path [SESS-4]  asked: asked; set: set. Remedy."
                        + "\n  b.yml:9  path  asked: asked; set: set. Remedy."
                        + "\n  b.yml:10  path  asked: asked; set: set. Remedy.");
    }

    @Test
    void keepsItsProblemsFromChange() {
        Problem problem = new Problem(Place.JAVA, "path", Optional.empty(), "asked", "set", "Remedy.");
        PolicyException refused = new PolicyException(List.of(problem));

        assertThat(refused.problems()).containsExactly(problem);
        assertThatThrownBy(() -> refused.problems().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void namesAPlaceWithAndWithoutLines() {
        assertThat(new Place("hauberk.yml", 3)).hasToString("hauberk.yml:3");
        assertThat(Place.JAVA).hasToString("Java");
        assertThat(Place.DEFAULT).hasToString("default");
    }

    @ParameterizedTest
    @CsvSource({
        "perUser,per-user",
        "PER_USER,per-user",
        "per-usr,per-user",
        "idel,idle",
        "endon,end-on",
        "whenful,when-full",
        "zebra,",
        "x,",
        "'',",
        "per-user-per-tenant-per-day-and-some-more-words-so-that-it-is-long,"
    })
    void suggestsTheNearestWordOrNone(String word, String near) {
        assertThat(Nearest.of(word, List.of("idle", "per-user", "when-full", "end-on")))
                .isEqualTo(Optional.ofNullable(near));
    }
}
