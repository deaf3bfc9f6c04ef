package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DATA-2 a5: two JVMs that encrypt at once, with the same key. */
@Tag("DATA-2")
class TwoProcessesTest {
    private static final int EACH = 1 << 16;

    @Test
    void repeatNoVector(@TempDir Path directory) throws Exception {
        Vectors96 vectors = Vectors96.of(directory, EACH, "system", "system");

        assertThat(vectors.count()).isEqualTo(2 * EACH);
        assertThat(vectors.repeated()).isZero();
    }

    @Test
    void repeatNoVectorThoughTheirRandomnessHasTheSameSeed(@TempDir Path directory) throws Exception {
        Vectors96 vectors = Vectors96.of(directory, EACH, "42", "42");

        assertThat(vectors.count()).isEqualTo(2 * EACH);
        assertThat(vectors.repeated()).isZero();
    }

    @Test
    void wouldBeSeenToRepeatOne(@TempDir Path directory) throws Exception {
        Vectors96 vectors = Vectors96.of(directory, 1 << 10, "system");
        Path file = directory.resolve("ivs3");
        byte[] start = Files.readAllBytes(directory.resolve("ivs0.7"));

        Files.write(file, java.util.Arrays.copyOf(start, Envelope.IV_BYTES));

        assertThat(vectors.repeated()).isZero();
        assertThat(Vectors96.in(directory).repeated()).isOne();
    }

    @Test
    @Tag("soak")
    void repeatNoVectorIn16777216Encryptions(@TempDir Path directory) throws Exception {
        Vectors96 vectors = Vectors96.of(directory, 1 << 23, "system", "system");

        assertThat(vectors.count()).isEqualTo(1 << 24);
        assertThat(vectors.repeated()).isZero();
    }
}
