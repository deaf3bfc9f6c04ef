package dev.hauberk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The measures of the house, over every source file of every room. */
@Tag("POSTURE-1")
class MeasuresTest {
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ");
    private static final Pattern HIDDEN_TYPE = Pattern.compile(
            "(?m)^(?:(?:final|abstract|sealed|non-sealed) )*(?:class|interface|record|enum|@interface) ");
    private static final Pattern DOCUMENTED =
            Pattern.compile("\\*/\\s*(?:@[A-Za-z.]+(?:\\((?:[^()\"]|\"[^\"]*\"|\\([^()]*\\))*\\))?\\s*)*public ");

    @Test
    void aFileHasOneReason() {
        List<Long> lines = mainFiles().map(MeasuresTest::lines).sorted().toList();
        assertThat(lines.get(lines.size() / 2)).as("median lines of a file").isLessThanOrEqualTo(80);
        assertThat(lines).as("lines of any file").allMatch(count -> count <= 500);
        assertThat(mainFiles()
                        .filter(file -> lines(file) > 300)
                        .filter(file -> !text(file).contains("which is why it is long")))
                .as("files over 300 lines that do not say why")
                .isEmpty();
    }

    @Test
    void aThirdOfTheTypesIsHidden() {
        long open = mainFiles()
                .filter(file -> PUBLIC_TYPE.matcher(text(file)).find())
                .count();
        long hidden = mainFiles()
                .filter(file -> HIDDEN_TYPE.matcher(text(file)).find())
                .count();
        assertThat(hidden * 3).as("%d hidden of %d", hidden, open + hidden).isGreaterThanOrEqualTo(open + hidden);
    }

    @Test
    void everyPublicTypeIsDocumented() {
        assertThat(mainFiles()
                        .filter(file -> PUBLIC_TYPE.matcher(text(file)).find())
                        .filter(file -> !DOCUMENTED.matcher(text(file)).find()))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatLivesThere() {
        assertThat(mainFiles()
                        .map(file -> folder(file).resolve("package-info.java"))
                        .distinct()
                        .filter(info -> !Files.exists(info) || !text(info).contains("@NullMarked")))
                .isEmpty();
    }

    @Test
    void thereIsAtLeastAsMuchTestAsCode() {
        long code = sources("src/main/java").mapToLong(MeasuresTest::lines).sum();
        long test = sources("src/test/java").mapToLong(MeasuresTest::lines).sum() + kit();
        assertThat(test).isGreaterThanOrEqualTo(code - kit());
    }

    /** The attacks are a library, and they are tests. */
    private static long kit() {
        return sources("src/main/java")
                .filter(file -> file.startsWith(root().resolve("testkit")))
                .mapToLong(MeasuresTest::lines)
                .sum();
    }

    private static Stream<Path> mainFiles() {
        return sources("src/main/java")
                .filter(file -> !file.endsWith("module-info.java") && !file.endsWith("package-info.java"))
                .filter(file -> !file.startsWith(root().resolve("examples")));
    }

    private static Stream<Path> sources(String tree) {
        try (Stream<Path> files = Files.walk(root())) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains("/" + tree + "/"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve(".mvn"))) {
            folder = folder(folder);
        }
        return folder;
    }

    private static Path folder(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalStateException("the repository's root has a folder .mvn");
        }
        return parent;
    }

    private static long lines(Path file) {
        return text(file).lines().count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
