package dev.hauberk.crypto.password;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** The primitive, so that tests can count the work that is done. */
interface Bcrypt {
    /** A new string of bcrypt, with a salt of its own. */
    String generate(byte[] input, int cost);

    /** Whether an input is the one of a string, compared in constant time. */
    boolean matches(String bcrypt, byte[] input);

    /** That of Bouncy Castle. */
    static Bcrypt bouncyCastle(SecureRandom random) {
        return new BouncyCastle(random);
    }

    /** OpenBSD's form of it, version {@code 2b}. */
    record BouncyCastle(SecureRandom random) implements Bcrypt {
        private static final int SALT_BYTES = 16;

        @Override
        public String generate(byte[] input, int cost) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return OpenBSDBCrypt.generate(BcryptForm.VERSION, input, salt, cost);
        }

        @Override
        public boolean matches(String bcrypt, byte[] input) {
            return OpenBSDBCrypt.checkPassword(bcrypt, input);
        }
    }
}
