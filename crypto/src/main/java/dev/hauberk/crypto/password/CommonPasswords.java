package dev.hauberk.crypto.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;

/**
 * The passwords that many people use and that an estimate does not know: some are long and random, and were common all the same.
 *
 * <p>They are the 133,000 of eight characters or more among the million of Mark Burnett's list that have characters of three
 * classes or that zxcvbn takes for strong, in lower case. Of each, four bytes of its SHA-256 are kept, sorted: one in 30,000 other
 * passwords is taken for one of them.
 */
final class CommonPasswords {
    /** None of them is longer, in UTF-16. */
    private static final int LONGEST = 40;

    private static final String RESOURCE = "common-passwords.bin";

    private CommonPasswords() {}

    /** Whether a password is one of them, whatever the case of its letters. */
    static boolean contain(CharSequence password) {
        return password.length() <= LONGEST && Arrays.binarySearch(Hashes.SORTED, hash(password)) >= 0;
    }

    /** What is kept of a password. */
    static int hash(CharSequence password) {
        StringBuilder folded = new StringBuilder(password.length());
        password.chars().forEach(c -> folded.append((char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c)));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(folded.toString().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Half a megabyte that nothing changes, read when it is first needed. */
    private static final class Hashes {
        static final int[] SORTED = read();

        private static int[] read() {
            try (InputStream in = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
                ByteBuffer bytes = ByteBuffer.wrap(
                        Objects.requireNonNull(in, "this artifact is not whole").readAllBytes());
                int[] hashes = new int[bytes.remaining() / Integer.BYTES];
                bytes.asIntBuffer().get(hashes);
                return hashes;
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + RESOURCE, e);
            }
        }
    }
}
