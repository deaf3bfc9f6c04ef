package dev.hauberk.crypto.field;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;

/** Random bytes from the operating system, without a buffer of this process in between, which a copy of the process would share. */
@FunctionalInterface
interface Entropy {
    /** Fills the first so many of some bytes. Thread-safe. */
    void fill(byte[] bytes, int count);

    /** The device of the system; where there is none, as on Windows, the JDK's own generator. */
    static Entropy ofSystem() {
        return ofFile("/dev/urandom");
    }

    @SuppressWarnings("resource") // Open for as long as somebody encrypts.
    static Entropy ofFile(String name) {
        try {
            FileInputStream device = new FileInputStream(name);
            return (bytes, count) -> read(device, bytes, count);
        } catch (IOException e) {
            return of(new SecureRandom());
        }
    }

    static Entropy of(SecureRandom random) {
        return (bytes, count) -> {
            byte[] drawn = new byte[count];
            random.nextBytes(drawn);
            System.arraycopy(drawn, 0, bytes, 0, count);
            Arrays.fill(drawn, (byte) 0);
        };
    }

    private static void read(FileInputStream device, byte[] bytes, int count) {
        try {
            if (device.readNBytes(bytes, 0, count) != count) {
                throw new IllegalStateException("the system's random device has an end");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the system's random device does not answer", e);
        }
    }
}
