package dev.hauberk.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("POSTURE-2")
class YamlReaderTest {
    private final Outline outline = new Outline();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a: b|{1:a=1'b'}1",
                "a: [b, c]|{1:a=[1'b' 1'c']1}1",
                "a:\\n  b: c\\nd: e|{1:a={2:b=2'c'}2 3:d=3'e'}1",
                "a:|{1:a=1''}1",
                "a: 'no'|{1:a=1'no'}1",
                "a: 1.10|{1:a=1'1.10'}1",
                "- a\\n-\\n- {}|[1'a' 2'' {}3]1",
                "{a: b, a: c}|{1:a=1'b' 1:a=1'c'}1",
                "<<: {a: b}|{1:<<={1:a=1'b'}1}1",
                "# nothing|",
            })
    void readsTextsWithTheirLines(String yaml, String tree) {
        assertThat(YamlReader.document(yaml.replace("\\n", "\n"), outline).orElse(null))
                .isEqualTo(tree);
        assertThat(outline.problems).isEmpty();
    }

    @Test
    void goesOnBehindWhatItRefuses() {
        String yaml = "a: &x b\nc: *x\n? [k]\n: v\nd: !t e\nf: g\n";

        assertThat(YamlReader.document(yaml, outline)).contains("{1:a=1'b' 5:d=5'e' 6:f=6'g'}1");
        assertThat(outline.problems).containsExactly("1 an anchor", "2 an alias", "3 another kind of key", "5 a tag");
    }

    @Test
    void readsOneSectionAndNothingElse() {
        String yaml =
                "x: &x [a, {b: c}]\ny: *x\nhauberk: {a: b}\nz: !t\n  - - - - - - - - - - - - - - - - - - - deep\n";

        assertThat(YamlReader.section(yaml, "hauberk", outline)).contains("{3:a=3'b'}3");
        assertThat(outline.problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: b\\n---\\nhauberk: {a: b}|3 another way to write it",
                "hauberk: {a: b}\\nhauberk: {c: d}|2 another way to write it",
                "hauberk.a: b|1 another way to write it",
            })
    void refusesASectionThatSomebodyMightNotSee(String yaml, String problem) {
        YamlReader.section(yaml.replace("\\n", "\n"), "hauberk", outline);

        assertThat(outline.problems).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource({"'- a',0", "a,0", "'{hauberky: a}',0", "'',0"})
    void findsNoSectionWhereThereIsNone(String yaml, int problems) {
        assertThat(YamlReader.section(yaml, "hauberk", outline)).isEmpty();
        assertThat(outline.problems).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a: [b|1", "a: b\\n c: d|2", "a: 'b|1", "%YAML 3.0\\n---\\na: b|0", "a: @b|1"})
    void namesTheLineOfWhatIsNoYaml(String yaml, int line) {
        assertThat(YamlReader.document(yaml.replace("\\n", "\n"), outline)).isEmpty();
        assertThat(outline.problems).hasSize(1).allMatch(problem -> line == 0 || problem.matches("[12] .*"));
    }

    /** Writes what it is told: {@code {line:key=value}line}, {@code [items]line} and {@code line'text'}. */
    private static final class Outline implements YamlTree<String> {
        private final List<String> problems = new ArrayList<>();

        @Override
        public String text(String value, int line) {
            return line + "'" + value + "'";
        }

        @Override
        public String sequence(List<String> items, int line) {
            return "[" + String.join(" ", items) + "]" + line;
        }

        @Override
        public String mapping(List<Field<String>> fields, int line) {
            return fields.stream()
                    .map(field -> field.line() + ":" + field.key() + "=" + field.value())
                    .collect(Collectors.joining(" ", "{", "}" + line));
        }

        @Override
        public void problem(int line, String asked, String set, String remedy) {
            problems.add(line + " " + set);
        }
    }
}
