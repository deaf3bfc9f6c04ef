package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("POSTURE-2")
class YamlReadingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "passwords: &a {cost: 12}|an anchor",
                "passwords: {cost: &a 12}|an anchor",
                "passwords: {&a cost: 12}|an anchor",
                "passwords: {cost: !!int 12}|a tag",
                "passwords: !evil {cost: 12}|a tag",
                "permissions: !!set [users:read]|a tag",
                "? [a, b]\\n: c|another kind of key",
                "baseline: strict\\n---\\nbaseline: engify|a second one",
                "passwords: {cost: 12|YAML",
                "\\tpasswords: 1|YAML",
                "- a|a list",
                "word|word",
            })
    void refusesWhatIsNoPlainMapping(String yaml, String set) {
        assertThat(Written.lines(yaml.replace("\\n", "\n").replace("\\t", "\t")))
                .isNotEmpty()
                .anyMatch(line -> line.contains(set));
    }

    @Test
    void refusesAnAliasAndDoesNotFollowIt() {
        List<String> lines = Written.lines("roles:\n  a: &a {rank: 1}\n  b: *a\n");

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("hauberk.yml:2").contains("an anchor");
        assertThat(lines.get(1)).startsWith("hauberk.yml:3").contains("an alias");
    }

    @Test
    void refusesABombOfAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(Written.lines(bomb.toString())).anyMatch(line -> line.contains("an alias"));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 1_000, 100_000})
    void refusesNestingBeyondItsBound(int depth) {
        String yaml = "roles: " + "[".repeat(depth) + "]".repeat(depth);

        assertThat(Written.lines(yaml)).singleElement().asString().contains("at most 16 levels");
    }

    @Test
    void readsNoKeyThatIsNestedWithoutEnd() {
        String yaml = "? " + "[".repeat(5_000);
        assertThat(Written.lines(yaml)).anyMatch(line -> line.contains("at most 16 levels"));
    }

    @Test
    void refusesATextBeyondItsBound() {
        String yaml = "# " + "x".repeat(1024 * 1024) + "\nbaseline: strict\n";

        assertThat(Written.lines(yaml)).singleElement().asString().contains("at most 1048576 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"baseline: strict\nbaseline: engify", "hauberk: {baseline: strict}\nhauberk: {baseline: strict}"
            })
    void refusesAKeyThatIsThereTwice(String yaml) {
        assertThat(Written.lines(yaml)).singleElement().asString().startsWith("hauberk.yml:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "off", "10:30", "1.10", "0x1F", "super_admin", "~", "null", "1e3", "2027-01-31"})
    void readsEveryScalarAsText(String name) {
        SecurityPolicy policy = Written.policy("roles: {" + name + ": {rank: 1}}");

        assertThat(policy.roles()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hauberk:\n  sessions: {idle: 7d}\n",
                "sessions: {idle: 7d}\n",
                "\uFEFFsessions: {idle: 7d}\n",
                "---\nsessions:\n  idle: '7d'\n...\n"
            })
    void readsTheSectionsWithAndWithoutTheKeyAroundThem(String yaml) {
        assertThat(Written.policy(yaml).sessions().idle()).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "{}", "---\n"})
    void takesAnEmptyFileForAllDefaults(String yaml) {
        assertThat(Written.problems(yaml)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void refusesAKeyBesideItsOwn() {
        assertThat(Written.lines("hauberk:\n  baseline: strict\nsessions: {idle: 7d}\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:3  sessions")
                .contains("Indent it");
    }

    @Test
    void namesTheLineOfASyntaxError() {
        assertThat(Written.lines("baseline: strict\npasswords: [}\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:2");
    }

    @Test
    void refusesAFileThatIsNotUtf8(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("hauberk.yml"), "baseline: stri\u00e7t".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Written.problems(PolicySource.file(file)))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml  the file")
                .contains("UTF-8");
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path folder) {
        assertThat(Written.problems(PolicySource.file(folder.resolve("none.yml"))))
                .singleElement()
                .asString()
                .startsWith("none.yml  the file")
                .contains("NoSuchFileException");
    }

    @Test
    void refusesAFileOfManyMegabytesWithoutReadingIt(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("hauberk.yml"), new byte[5 * 1024 * 1024]);

        assertThat(Written.problems(PolicySource.file(file)))
                .singleElement()
                .asString()
                .contains("at most 4 MB");
    }
}
