package dev.hauberk.crypto.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an encrypted value looks like from outside. Nothing here opens one or says that it would open: these are looks, for scans and for
 * rotation.
 *
 * <p>In bytes: a mark with the version (6 bytes), the length of the key's id (1), the id, a commitment to the key (32), the
 * initialisation vector (12), the encrypted value, and the tag (16). As text it is the base64url of that, without padding, which begins with
 * {@value #MARK} since the mark was chosen so. {@code docs/field-encryption.md} has it byte by byte.
 */
public final class Envelope {
    /** What every envelope begins with as text, its version included. */
    public static final String MARK = "hbk-v01-";

    static final int MARK_BYTES = 6;
    static final int COMMITMENT_BYTES = 32;
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final byte[] MARK_IN_BYTES = java.util.Base64.getUrlDecoder().decode(MARK);
    /** What every version's mark begins with. */
    private static final String FAMILY = "hbk-v";

    private static final byte[] FAMILY_IN_BYTES = Arrays.copyOf(MARK_IN_BYTES, 3);
    private static final int LONGEST_ID = 32;

    private Envelope() {}

    /** The id of the key that a text names, or empty where it is no envelope of this version. */
    public static Optional<String> keyIdOf(String text) {
        return CanonicalBase64.decode(text).flatMap(Envelope::keyIdOf);
    }

    /** The id of the key that bytes name, or empty where they are no envelope of this version. */
    public static Optional<String> keyIdOf(byte[] bytes) {
        int length = idLength(bytes);
        return length == 0
                ? Optional.empty()
                : Optional.of(new String(bytes, MARK_BYTES + 1, length, StandardCharsets.US_ASCII));
    }

    /** Whether a text begins like an envelope of some version, and so is never taken for a value in clear. */
    public static boolean isMarked(String text) {
        return text.startsWith(FAMILY);
    }

    /** Whether bytes begin like an envelope of some version, and so are never taken for a value in clear. */
    public static boolean isMarked(byte[] bytes) {
        return bytes.length >= FAMILY_IN_BYTES.length
                && Arrays.equals(bytes, 0, FAMILY_IN_BYTES.length, FAMILY_IN_BYTES, 0, FAMILY_IN_BYTES.length);
    }

    /** The length of the key's id in an envelope that is whole, or 0 where it is none. */
    static int idLength(byte[] bytes) {
        if (bytes.length <= MARK_BYTES || !Arrays.equals(bytes, 0, MARK_BYTES, MARK_IN_BYTES, 0, MARK_BYTES)) {
            return 0;
        }
        int length = bytes[MARK_BYTES];
        if (length < 1 || length > LONGEST_ID || bytes.length < overhead(length)) {
            return 0;
        }
        for (int i = 0; i < length; i++) {
            if (!isOfId(bytes[MARK_BYTES + 1 + i])) {
                return 0;
            }
        }
        return length;
    }

    /** What an envelope has more than what is in it, in bytes. */
    static int overhead(int idLength) {
        return MARK_BYTES + 1 + idLength + COMMITMENT_BYTES + IV_BYTES + TAG_BYTES;
    }

    /** Writes what stands before the initialisation vector. */
    static byte[] header(String keyId, byte[] commitment) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        byte[] header = Arrays.copyOf(MARK_IN_BYTES, MARK_BYTES + 1 + id.length + COMMITMENT_BYTES);
        header[MARK_BYTES] = (byte) id.length;
        System.arraycopy(id, 0, header, MARK_BYTES + 1, id.length);
        System.arraycopy(commitment, 0, header, MARK_BYTES + 1 + id.length, COMMITMENT_BYTES);
        return header;
    }

    private static boolean isOfId(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-';
    }
}
