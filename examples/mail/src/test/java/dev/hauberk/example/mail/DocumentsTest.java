package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.policy.PolicySource;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the documents show is true: policies load, code is in the sources, tables are whole. */
@Tag("POSTURE-1")
class DocumentsTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void showPoliciesThatLoad() {
        List<String> shown =
                blocks("yaml").filter(block -> block.startsWith("hauberk:")).toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(3);
        assertThat(shown)
                .allSatisfy(policy ->
                        assertThat(SecurityPolicy.parse(policy, "a document")).isNotNull());
    }

    @Test
    void showCodeThatStandsInTheSources() {
        String sources = files("java").map(DocumentsTest::squeezed).reduce("", String::concat);
        List<String> shown =
                blocks("java").map(block -> block.replaceAll("\\s+", "")).toList();
        assertThat(shown).isNotEmpty().allSatisfy(code -> assertThat(sources).contains(code));
    }

    @Test
    @Tag("INPUT-3")
    void listEveryCodeOfAProblem() {
        String table = text(ROOT.resolve("docs/errors.md"));
        assertThat(Arrays.stream(ProblemCode.values()))
                .allSatisfy(code -> assertThat(table)
                        .contains("| `" + code.code() + "` | " + code.status() + " | " + code.title() + " |"));
        assertThat(table.lines().filter(line -> line.startsWith("| `"))).hasSize(ProblemCode.values().length);
    }

    @Test
    @Tag("POSTURE-2")
    void describeEverySetting() {
        Map<String, String> shown = PolicyTables.in(text(ROOT.resolve("docs/policy.md")));
        Map<String, String> known = PolicyTables.ofSchema();
        assertThat(known.keySet()).containsAll(PolicySource.scalars());
        assertThat(shown).isEqualTo(known);
    }

    @Test
    @Tag("POSTURE-2")
    void nameEverySectionAndNoneThatIsNotKept() {
        String page = text(ROOT.resolve("docs/policy.md"));
        int end = page.indexOf("## Not kept yet");
        String headings = page.lines().filter(line -> line.startsWith("## ")).collect(Collectors.joining());
        Set<String> kept = PolicyTables.sections();
        Set<String> named = words(headings);
        named.addAll(List.of("baseline", "accept", "modes"));
        assertThat(named).containsAll(kept);
        Set<String> notKept = words(page.substring(end, page.indexOf("are\nknown words")));
        assertThat(notKept)
                .hasSizeGreaterThan(10)
                .doesNotContainAnyElementsOf(kept)
                .allSatisfy(section -> {
                    String policy =
                            "hauberk:\n  routes: [{path: /, method: GET, access: public}]\n  " + section + ": {}\n";
                    assertThatThrownBy(() -> SecurityPolicy.parse(policy, "a document"))
                            .hasMessageContaining("  " + section);
                });
    }

    private static Set<String> words(String text) {
        return Pattern.compile("`([a-z-]+)`")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void leadNowhereElseThanToFilesThatAreThere() {
        Pattern link = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
        List<Path> led = documents()
                .flatMap(page -> link.matcher(text(page)).results().map(found -> page.resolveSibling(found.group(1))))
                .toList();
        assertThat(led)
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).exists());
    }

    private static Stream<String> blocks(String language) {
        Pattern fence = Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL);
        return documents().flatMap(page -> fence.matcher(text(page)).results().map(found -> found.group(1)));
    }

    private static Stream<Path> documents() {
        return Stream.concat(
                Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")
                        .map(ROOT::resolve),
                walk(ROOT.resolve("docs"), "md"));
    }

    private static Stream<String> files(String ending) {
        return walk(ROOT, ending)
                .filter(file -> file.toString().contains("src"))
                .map(DocumentsTest::text);
    }

    private static Stream<Path> walk(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("." + ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
