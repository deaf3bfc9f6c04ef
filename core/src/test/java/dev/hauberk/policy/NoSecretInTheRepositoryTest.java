package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * DATA-3 a1: no key and no credential is in the code, in what is packaged, or in the history of either. What tests hold is left out: it is
 * full of published vectors.
 */
@Tag("DATA-3")
class NoSecretInTheRepositoryTest {
    private static final Pattern BETWEEN = Pattern.compile("[\\s\"'`,;:()<>{}\\[\\]|@#$%!?*\\\\.]+");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*");
    private static final String[] PACKAGED = {"*/src/main/*", "*.xml", "*.md", "*.yml", ".ci/*", ".mvn/*"};
    private static final Set<String> NO_SECRETS =
            Set.of("-----BEGIN", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    @Test
    void findsASecretWhereThereIsOne() {
        assertThat(secrets("String key = \"kJ8xQ2mP9vL4tR7wzAbC0dEfGhIjKlMnOpQrStUvWxY\";"))
                .hasSize(1);
        assertThat(secrets("access_key_id=AKIAABCDEFGHIJKLMNOP")).hasSize(1);
        assertThat(secrets("a(\"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl\")"))
                .hasSize(1);
        assertThat(secrets("import io.github.bucket4j.local.SynchronizationStrategy;"))
                .isEmpty();
    }

    @Test
    void findsNoneInTheCodeAndInWhatIsPackaged() throws Exception {
        String files = git("ls-files", "--", PACKAGED);
        assertThat(files.lines().filter(file -> file.endsWith(".java"))).hasSizeGreaterThan(200);
        Set<String> found = new TreeSet<>();
        for (String file : files.lines().toList()) {
            if (Files.exists(Root.of(file)) && !file.contains("/src/test/")) {
                String text = Files.readString(Root.of(file), StandardCharsets.ISO_8859_1);
                secrets(text).forEach(secret -> found.add(file + ": " + secret));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void findsNoneInTheHistoryOfEither() throws Exception {
        String[] paths = Stream.concat(Arrays.stream(PACKAGED), Stream.of(":!*/src/test/*"))
                .toArray(String[]::new);
        String added = git("log -p --no-color --unified=0 --format=", "--", paths)
                .lines()
                .filter(line -> line.startsWith("+") && !line.startsWith("+++ "))
                .map(line -> line.substring(1))
                .distinct()
                .collect(Collectors.joining("\n"));
        assertThat(added.lines().count()).isGreaterThan(1_000);
        assertThat(secrets(added)).isEmpty();
    }

    /** What git says; skipped where this is no clone. */
    private static String git(String command, String separator, String... paths) throws Exception {
        assumeTrue(Files.exists(Root.of(".git")), "skipped: this is no clone of the repository");
        List<String> words = new ArrayList<>(List.of("git"));
        words.addAll(List.of(command.split(" ")));
        words.add(separator);
        words.addAll(List.of(paths));
        Process git = new ProcessBuilder(words)
                .directory(Root.of("").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assumeTrue(git.waitFor() == 0, "skipped: git does not work here");
        return output;
    }

    /** A long name of a class may; 32 random characters have so few digits once in thirty times. */
    private static boolean looksLikeAKey(String word) {
        return SecretFinder.kindOf(word).filter("what looks like a key"::equals).isPresent();
    }

    private static List<String> secrets(String text) {
        Stream<String> words = BETWEEN.splitAsStream(text)
                .filter(word -> SecretFinder.kindOf(word).isPresent())
                .filter(word -> !looksLikeAKey(word)
                        || word.chars().filter(Character::isDigit).count() > 2);
        Stream<String> tokens = TOKEN.matcher(text).results().map(MatchResult::group);
        return Stream.concat(words, tokens)
                .filter(word -> !NO_SECRETS.contains(word))
                .distinct()
                .toList();
    }
}
