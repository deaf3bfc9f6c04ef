package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** Whatever is written, the answer is a policy or its problems, each on a place, and never another failure. */
@Tag("POSTURE-2")
class AnyPolicyTest {
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "  ",
            "\n",
            ":",
            ": ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "'",
            "\"",
            "#",
            "&a ",
            "*a",
            "!t ",
            "|",
            ">",
            "? ",
            "---\n",
            "%",
            "@",
            "`",
            "\t",
            "\\u0000",
            "\u0000",
            "\u0085",
            "\ud800",
            "-1",
            "99999999999",
            "null",
            "~",
            "0",
            "x",
            "${x}",
            "/**",
            "routes",
            "admin",
            "baseline: x.yml\n");

    @Provide
    Arbitrary<String> mutations() {
        Arbitrary<String> texts = Arbitraries.of(example("workbench"), example("mail"));
        Arbitrary<List<Integer>> places =
                Arbitraries.integers().between(0, 4_000).list().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<String>> pieces = Arbitraries.of(PIECES).list().ofSize(4);
        return Combinators.combine(texts, places, pieces, Arbitraries.integers().between(0, 6))
                .as(AnyPolicyTest::mutated);
    }

    @Property(tries = 300)
    void readsAMutatedPolicyOrSaysWhatIsWrong(@ForAll("mutations") String yaml) {
        Throwable thrown = catchThrowable(() -> Written.policy(yaml));

        assertThat(thrown == null || thrown instanceof PolicyException)
                .as(() -> thrown + "\n" + yaml)
                .isTrue();
        if (thrown instanceof PolicyException refused) {
            assertThat(refused.problems())
                    .isNotEmpty()
                    .allMatch(problem -> problem.toString().lines().count() == 1);
        }
    }

    @Property(tries = 300)
    void readsAnyTextOrSaysWhatIsWrong(@ForAll String yaml) {
        Throwable thrown = catchThrowable(() -> Written.policy(yaml));

        assertThat(thrown == null || thrown instanceof PolicyException)
                .as(() -> thrown + "\n" + yaml)
                .isTrue();
    }

    private static String mutated(String text, List<Integer> places, List<String> pieces, int removed) {
        List<String> mutable = new ArrayList<>(pieces);
        StringBuilder yaml = new StringBuilder(text);
        for (int place : places) {
            int at = place % yaml.length();
            yaml.replace(at, Math.min(yaml.length(), at + removed), mutable.remove(0));
        }
        return yaml.toString();
    }

    private static String example(String name) {
        try {
            return Files.readString(Root.of("examples", name, "src", "main", "resources", "hauberk.yml"));
        } catch (IOException e) {
            throw new IllegalStateException("the examples are part of the repository", e);
        }
    }
}
