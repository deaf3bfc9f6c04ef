package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Secret;
import java.security.MessageDigest;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of one column under one key of the ring: what encrypts, and what commits to it. Immutable. */
final class FieldKey {
    private static final String ENCRYPTION = "hauberk/field/aes-256-gcm";
    private static final String COMMITMENT = "hauberk/field/commitment";

    private final Secret root;
    private final SecretKey encryption;
    private final byte[] commitment;
    private final byte[] header;

    private FieldKey(KeyRing.Key key, KeyRing.Key field) {
        root = key.secret();
        encryption = field.derive(ENCRYPTION).use(bytes -> new SecretKeySpec(bytes, "AES"));
        commitment = field.derive(COMMITMENT).use(bytes -> bytes);
        header = Envelope.header(key.id(), commitment);
    }

    static FieldKey of(KeyRing.Key key, String table, String column) {
        Secret field = key.derive(Names.joined("hauberk/field", table, column));
        return new FieldKey(key, new KeyRing.Key(key.id(), key.created(), key.state(), field));
    }

    /** Whether it was made of this key, and not of another one that had its id. */
    boolean isOf(KeyRing.Key key) {
        return root == key.secret() || root.matches(key.secret());
    }

    SecretKey encryption() {
        return encryption;
    }

    /** What stands in an envelope before the initialisation vector. */
    byte[] header() {
        return header;
    }

    /** Whether an envelope commits to this key, compared in constant time. */
    boolean isCommittedToBy(byte[] envelope, int at) {
        byte[] theirs = new byte[commitment.length];
        System.arraycopy(envelope, at, theirs, 0, theirs.length);
        return MessageDigest.isEqual(commitment, theirs);
    }
}
