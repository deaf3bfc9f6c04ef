package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("DATA-2")
class EntropyTest {
    private final byte[] bytes = new byte[64];

    @Test
    void fillsWhatItIsAskedForAndNoMore() {
        Entropy.ofSystem().fill(bytes, 32);

        assertThat(java.util.Arrays.copyOf(bytes, 32)).isNotEqualTo(new byte[32]);
        assertThat(java.util.Arrays.copyOfRange(bytes, 32, 64)).containsOnly(0);
    }

    @Test
    void takesTheGeneratorOfTheJdkWhereThereIsNoDevice(@TempDir Path directory) {
        Entropy.ofFile(directory.resolve("absent").toString()).fill(bytes, 32);

        assertThat(java.util.Arrays.copyOf(bytes, 32)).isNotEqualTo(new byte[32]);
        assertThat(java.util.Arrays.copyOfRange(bytes, 32, 64)).containsOnly(0);
    }

    @Test
    void readsADeviceFromWhereItWas(@TempDir Path directory) throws IOException {
        Path device = Files.write(directory.resolve("device"), new byte[] {1, 2, 3, 4, 5});
        Entropy entropy = Entropy.ofFile(device.toString());

        entropy.fill(bytes, 2);
        assertThat(bytes).startsWith(1, 2, 0);
        entropy.fill(bytes, 2);
        assertThat(bytes).startsWith(3, 4, 0);
        assertThatThrownBy(() -> entropy.fill(bytes, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("end");
    }

    @Test
    void failsWhereTheDeviceDoes(@TempDir Path directory) {
        // A directory opens nowhere as a file, but a memory of this process does, and cannot be read at 0.
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isReadable(Path.of("/proc/self/mem")), "skipped: no /proc/self/mem");
        Entropy entropy = Entropy.ofFile("/proc/self/mem");

        assertThatThrownBy(() -> entropy.fill(bytes, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void leavesNothingOfWhatItDrewInAnArrayOfItsOwn() {
        java.util.List<byte[]> arrays = new java.util.ArrayList<>();
        SecureRandom seen = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] drawn) {
                arrays.add(drawn);
                java.util.Arrays.fill(drawn, (byte) 2);
            }
        };

        Entropy.of(seen).fill(bytes, 3);

        assertThat(arrays).singleElement().isEqualTo(new byte[3]);
    }

    @Test
    void drawsFromAGenerator() {
        SecureRandom twos = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] drawn) {
                java.util.Arrays.fill(drawn, (byte) 2);
            }
        };

        Entropy.of(twos).fill(bytes, 3);

        assertThat(bytes).startsWith(2, 2, 2, 0);
    }
}
