package dev.hauberk.crypto.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.password.BreachCheck.Answer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("AUTHN-1")
class FileBreachCheckTest {
    private static final String ONE = "0123456789ABCDEF0123456789ABCDEF01234567";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void findsEveryHashThatIsThereAndNoneThatIsNot(String end) throws IOException {
        Random random = new Random(3);
        for (int size : new int[] {1, 2, 3, 4, 5, 31, 1000}) {
            List<String> hashes =
                    Stream.generate(() -> hash(random)).limit(size).sorted().toList();
            List<String> lines = new ArrayList<>();
            for (String hash : hashes) {
                lines.add(random.nextBoolean() ? hash : hash + ":" + (1 + random.nextInt(100_000_000)));
            }
            BreachCheck check = check(String.join(end, lines) + (random.nextBoolean() ? end : ""));
            assertThat(hashes).allSatisfy(hash -> {
                assertThat(check.look(hash)).isEqualTo(Answer.LEAKED);
                assertThat(check.look(next(hash, 1))).isEqualTo(Answer.NOT_SEEN);
                assertThat(check.look(next(hash, -1))).isEqualTo(Answer.NOT_SEEN);
            });
            assertThat(check.look("0".repeat(40))).isEqualTo(Answer.NOT_SEEN);
            assertThat(check.look("F".repeat(40))).isEqualTo(Answer.NOT_SEEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "no hash",
                "0123456789abcdef0123456789abcdef01234567",
                ONE + "0",
                ONE + " ",
                ONE + ":",
                ONE + ":x",
                ONE + ":1234567890123456789",
                ONE + ":1:2"
            })
    void givesNoAnswerWhereTheFileIsNoneOfThisKind(String content) throws IOException {
        assertThat(check(content).look(ONE)).isEqualTo(Answer.UNANSWERED);
        assertThat(check("P".repeat(200) + content).look(ONE)).isEqualTo(Answer.UNANSWERED);
    }

    @Test
    void takesTheLongestLineThatThereIs() throws IOException {
        String longest = ONE + ":123456789012345678\r\n";
        BreachCheck check = check(longest + longest.replace('0', '1') + longest.replace('0', '2'));
        assertThat(check.look(ONE)).isEqualTo(Answer.LEAKED);
        assertThat(check.look(ONE.replace('0', '1'))).isEqualTo(Answer.LEAKED);
        assertThat(check.look(ONE.replace('0', '2'))).isEqualTo(Answer.LEAKED);
    }

    @Test
    void givesNoAnswerWhereThereIsNoFileUntilThereIsOne() throws IOException {
        Path file = folder.resolve("later.txt");
        BreachCheck check = BreachCheck.file(file);
        assertThat(check.look(ONE)).isEqualTo(Answer.UNANSWERED);
        Files.writeString(file, ONE);
        assertThat(check.look(ONE)).isEqualTo(Answer.LEAKED);
        assertThat(BreachCheck.file(folder).look(ONE)).isEqualTo(Answer.UNANSWERED);
    }

    private BreachCheck check(String content) throws IOException {
        Path file = folder.resolve("sha1.txt");
        Files.writeString(file, content, StandardCharsets.US_ASCII);
        return BreachCheck.file(file);
    }

    private static String hash(Random random) {
        return next("0".repeat(40), 0, new BigInteger(159, random));
    }

    private static String next(String hash, int step) {
        return next(hash, step, BigInteger.ZERO);
    }

    private static String next(String hash, int step, BigInteger more) {
        BigInteger number =
                new BigInteger(hash, 16).add(BigInteger.valueOf(step)).add(more);
        return "0".repeat(40 - number.toString(16).length())
                + number.toString(16).toUpperCase(Locale.ROOT);
    }
}
