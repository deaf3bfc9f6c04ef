package dev.hauberk.crypto.field;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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
    /** What every envelope of this version begins with as text. */
    public static final String MARK = "hbk-v01-";

    /** How many bytes an envelope has at most more than what is in it. */
    public static final int MOST_OVERHEAD = 99;

    static final int COMMITMENT_BYTES = 32;
    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final byte[] MARK_IN_BYTES = Base64.getUrlDecoder().decode(MARK);
    private static final int ID = MARK_IN_BYTES.length + 1;
    private static final int LONGEST_ID = 32;

    /** What every version's mark begins with. */
    private static final String FAMILY = "hbk-";

    private static final byte[] FAMILY_IN_BYTES = Base64.getUrlDecoder().decode(FAMILY);

    private Envelope() {}

    /**
     * The id of the key that a text names, or empty where it is no envelope of this version. What comes behind the id is not looked at.
     */
    public static Optional<String> keyIdOf(String text) {
        int characters = Math.min(text.length(), (ID + LONGEST_ID) / 3 * 4);
        return CanonicalBase64.decode(text.substring(0, characters))
                .flatMap(start -> keyIdOf(start, text.length() * 3L / 4));
    }

    /** The id of the key that bytes name, or empty where they are no envelope of this version. */
    public static Optional<String> keyIdOf(byte[] bytes) {
        return keyIdOf(bytes, bytes.length);
    }

    /** Whether a text begins like an envelope of some version, and so is never taken for a value in clear. */
    public static boolean isMarked(String text) {
        return text.startsWith(FAMILY);
    }

    /** Whether bytes begin like an envelope of some version, and so are never taken for a value in clear. */
    public static boolean isMarked(byte[] bytes) {
        return startsWith(bytes, FAMILY_IN_BYTES);
    }

    /** What stands before the initialisation vector. */
    static byte[] header(String keyId, byte[] commitment) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        byte[] header = Arrays.copyOf(MARK_IN_BYTES, ivAfter(id.length));
        header[ID - 1] = (byte) id.length;
        System.arraycopy(id, 0, header, ID, id.length);
        System.arraycopy(commitment, 0, header, ID + id.length, COMMITMENT_BYTES);
        return header;
    }

    /** Where the initialisation vector begins. */
    static int ivAfter(int idLength) {
        return ID + idLength + COMMITMENT_BYTES;
    }

    private static Optional<String> keyIdOf(byte[] start, long envelopeLength) {
        if (!startsWith(start, MARK_IN_BYTES) || start.length < ID) {
            return Optional.empty();
        }
        int length = start[ID - 1];
        if (length < 1 || length > LONGEST_ID || envelopeLength < ivAfter(length) + IV_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        for (int i = ID; i < ID + length; i++) {
            if (!isOfId(start[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new String(start, ID, length, StandardCharsets.US_ASCII));
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean isOfId(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '-';
    }
}
