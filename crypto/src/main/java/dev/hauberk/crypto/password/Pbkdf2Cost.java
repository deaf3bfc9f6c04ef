package dev.hauberk.crypto.password;

import java.util.Optional;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * PBKDF2 (RFC 8018) by Bouncy Castle: the JDK's takes characters, and would read a question mark for an unpaired surrogate.
 *
 * @param hash of its HMAC
 * @param iterations how often it is done
 */
record Pbkdf2Cost(Hash hash, int iterations) implements Cost {
    private static final int LEAST = 1_000;
    private static final int GREATEST = 2_000_000;
    private static final int BITS_PER_BYTE = 8;

    /** The hash of an HMAC. */
    enum Hash {
        SHA1(20, 680),
        SHA256(32, 630),
        SHA512(64, 1_100);

        private final int bytes;
        private final long nanos;

        Hash(int bytes, long nanos) {
            this.bytes = bytes;
            this.nanos = nanos;
        }

        private Digest digest() {
            return switch (this) {
                case SHA1 -> new SHA1Digest();
                case SHA256 -> SHA256Digest.newInstance();
                case SHA512 -> new SHA512Digest();
            };
        }
    }

    /** Empty where somebody would wait for it, or try many passwords on it, without need. */
    static Optional<Pbkdf2Cost> of(Hash hash, int iterations) {
        return iterations >= LEAST && iterations <= GREATEST
                ? Optional.of(new Pbkdf2Cost(hash, iterations))
                : Optional.empty();
    }

    @Override
    public byte[] derive(byte[] password, byte[] salt, int length) {
        PBEParametersGenerator generator = new PKCS5S2ParametersGenerator(hash.digest());
        generator.init(password, salt, iterations);
        return ((KeyParameter) generator.generateDerivedMacParameters(length * BITS_PER_BYTE)).getKey();
    }

    /** Each piece of the key that is as long as the hash costs the same. */
    @Override
    public Work work(int length) {
        return new Work(hash.nanos * iterations * ((length + hash.bytes - 1) / hash.bytes), 0);
    }
}
