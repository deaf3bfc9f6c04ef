package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hauberk.policy.PolicyException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-3")
class SecretSourceTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsAFileSystemThatKnowsItsReaders() {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "skipped: no POSIX permissions here");
    }

    @Test
    void readsNamesAndValuesFromAFileOfItsOwner() throws IOException {
        SecretSource secrets = SecretSource.file(file("# keys\n\nHAUBERK_KEYS=k1=a=b\n OTHER = x y \n", "rw-------"));

        assertThat(secrets.find("HAUBERK_KEYS")).contains("k1=a=b");
        assertThat(secrets.find("OTHER ")).contains(" x y");
        assertThat(secrets.find("NONE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw-rw-rw-", "r-------x", "rw--w----"})
    void refusesAFileThatOthersCanReach(String permissions) throws IOException {
        assertThat(refused(file("A=b", permissions)))
                .hasMessageContaining("secrets.env")
                .hasMessageContaining("chmod 600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r--------", "rw-------", "rwx------"})
    void takesAFileThatOnlyItsOwnerCanRead(String permissions) throws IOException {
        assertThat(SecretSource.file(file("A=b", permissions)).find("A")).contains("b");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '|',
            value = {
                "kJ8xQ2mP9vL4|NAME=VALUE",
                "=kJ8xQ2mP9vL4|NAME=VALUE",
                "A=\"kJ8xQ2mP9vL4\"|in quotes",
                "A='kJ8xQ2mP9vL4'|in quotes",
                "A=kJ8xQ2mP9vL4~A=kJ8xQ2mP9vL4|there twice",
            })
    void refusesALineAndDoesNotPrintIt(String lines, String says) throws IOException {
        assertThat(refused(file("B=c\n" + lines.replace('~', '\n') + "\n", "rw-------")))
                .hasMessageContaining("secrets.env:")
                .hasMessageContaining(says)
                .hasMessageNotContaining("kJ8x");
    }

    @Test
    void refusesAFileThatIsNotThereOrTooLargeOrNoText() throws IOException {
        assertThat(refused(folder.resolve("none"))).hasMessageContaining("NoSuchFileException");
        assertThat(refused(file("A=" + "b".repeat(65 * 1024), "rw-------"))).hasMessageContaining("at most 64 KB");
        assertThat(SecretSource.file(file("A=" + "b".repeat(64 * 1024 - 2), "rw-------"))
                        .find("A"))
                .isPresent();
        assertThat(refused(file("A=" + "b".repeat(64 * 1024 - 1), "rw-------"))).hasMessageContaining("at most 64 KB");
        Path latin = file("", "rw-------");
        Files.write(latin, "A=\u00e4".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(refused(latin)).hasMessageContaining("UTF-8");
    }

    @Test
    void refusesAFileWhereNobodyKnowsWhoMayReadIt() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("secrets.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path file = Files.writeString(zip.getPath("/secrets.env"), "A=b");

            assertThat(refused(file))
                    .hasMessageContaining("a file system that knows who may read a file")
                    .hasMessageContaining("Use the environment.");
        }
    }

    @Test
    void readsTheEnvironmentOfTheProcess() {
        String name = System.getenv().keySet().iterator().next();

        assertThat(SecretSource.environment().find(name)).contains(System.getenv(name));
        assertThat(SecretSource.environment().find(name + "_NONE")).isEmpty();
    }

    @Test
    void asksAnotherSourceForWhatItHasNot() {
        SecretSource both = SecretSource.of(Map.of("A", "1")).or(SecretSource.of(Map.of("A", "2", "B", "3")));

        assertThat(both.find("A")).contains("1");
        assertThat(both.find("B")).contains("3");
        assertThat(both.find("C")).isEmpty();
    }

    private PolicyException refused(Path file) {
        return catchThrowableOfType(PolicyException.class, () -> SecretSource.file(file));
    }

    private Path file(String text, String permissions) throws IOException {
        Path file = folder.resolve("secrets.env");
        Files.deleteIfExists(file);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
