package dev.hauberk.crypto.field;

import java.io.FileInputStream;
import java.io.IOException;
import java.security.SecureRandom;

/** Random bytes from the operating system, without a buffer of this process in between, which a copy of the process would share. */
@FunctionalInterface
interface Entropy {
    /** Fills all of it. Thread-safe. */
    void fill(byte[] bytes);

    /** The device of the system; where there is none, as on Windows, the JDK's own generator. */
    static Entropy ofSystem() {
        return ofFile("/dev/urandom");
    }

    @SuppressWarnings("resource") // Open for as long as somebody encrypts.
    static Entropy ofFile(String name) {
        try {
            FileInputStream device = new FileInputStream(name);
            return bytes -> read(device, bytes);
        } catch (IOException e) {
            return new SecureRandom()::nextBytes;
        }
    }

    private static void read(FileInputStream device, byte[] bytes) {
        try {
            if (device.readNBytes(bytes, 0, bytes.length) != bytes.length) {
                throw new IllegalStateException("the system's random device has an end");
            }
        } catch (IOException e) {
            throw new IllegalStateException("the system's random device does not answer", e);
        }
    }
}
