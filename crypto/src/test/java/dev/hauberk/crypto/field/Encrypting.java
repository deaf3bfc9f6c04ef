package dev.hauberk.crypto.field;

import dev.hauberk.key.Secret;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** A process that encrypts by several threads and writes down the vectors. */
final class Encrypting {
    private static final int THREADS = 8;

    private Encrypting() {}

    /** @param args how many times in all, where to write, and a seed, or {@code system} for the system's own randomness */
    public static void main(String[] args) throws Exception {
        int each = Integer.parseInt(args[0]) / THREADS;
        Entropy entropy = args[2].equals("system") ? Entropy.ofSystem() : Entropy.of(seeded(Long.parseLong(args[2])));
        FieldCipher cipher = FieldCipher.builder(FakeRings.one("k1", Secret.of(new byte[32])))
                .ivs(Ivs.Source.of(entropy))
                .build();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Path file = Path.of(args[1] + "." + i);
            Thread thread = new Thread(() -> encrypt(cipher, each, file));
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static void encrypt(FieldCipher cipher, int times, Path file) {
        byte[] value = {1};
        byte[] envelope = new byte[value.length + Envelope.MOST_OVERHEAD];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int i = 0; i < times; i++) {
                cipher.encrypt(value, Places.HERE, envelope);
                out.write(envelope, Envelope.ivAfter("k1".length()), Envelope.IV_BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SecureRandom seeded(long seed) throws NoSuchAlgorithmException {
        SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
        random.setSeed(seed);
        return random;
    }
}
