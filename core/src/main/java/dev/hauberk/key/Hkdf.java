package dev.hauberk.key;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** HKDF with SHA-256 (RFC 5869). */
final class Hkdf {
    private static final int HASH_BYTES = 32;
    private static final int MAX_BLOCKS = 255;

    private Hkdf() {}

    /** The key of a purpose, derived from a root key, without a salt. */
    static Secret derive(Secret root, Purpose purpose) {
        byte[] info = purpose.label().getBytes(StandardCharsets.US_ASCII);
        return root.use(bytes -> Secret.of(expand(extract(new byte[HASH_BYTES], bytes), info, HASH_BYTES)));
    }

    /** A key of a key that is as good as random, such as that of a purpose: section 2.3 alone. */
    static Secret derive(Secret key, String label) {
        byte[] info = label.getBytes(StandardCharsets.UTF_8);
        return key.use(bytes -> Secret.of(expand(bytes, info, HASH_BYTES)));
    }

    /** Section 2.2: a pseudorandom key of 32 bytes. An empty salt stands for 32 zeros. */
    static byte[] extract(byte[] salt, byte[] input) {
        return hmac(salt.length == 0 ? new byte[HASH_BYTES] : salt).tag(input);
    }

    /** Section 2.3: as many bytes as are asked for. */
    static byte[] expand(byte[] pseudorandomKey, byte[] info, int length) {
        if (length > MAX_BLOCKS * HASH_BYTES) {
            throw new IllegalArgumentException("at most 255 blocks of 32 bytes");
        }
        Hmac hmac = hmac(pseudorandomKey);
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int counter = 1, filled = 0; filled < length; counter++) {
            byte[] message = Arrays.copyOf(block, block.length + info.length + 1);
            System.arraycopy(info, 0, message, block.length, info.length);
            message[message.length - 1] = (byte) counter;
            block = hmac.tag(message);
            int take = Math.min(block.length, length - filled);
            System.arraycopy(block, 0, output, filled, take);
            filled += take;
        }
        return output;
    }

    private static Hmac hmac(byte[] key) {
        return Hmac.of(Secret.of(key));
    }
}
