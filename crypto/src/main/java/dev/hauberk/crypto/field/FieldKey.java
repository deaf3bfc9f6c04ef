package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Secret;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one column under one key of the ring: what encrypts, what commits to it, and all that is the same in each of its
 * envelopes. Thread-safe.
 */
final class FieldKey {
    private static final String LABEL = "hauberk/field";
    private static final String ENCRYPTION = "aes-256-gcm";
    private static final String COMMITMENT = "commitment";

    private final Secret root;
    private final KeyMeter meter;
    private final AssociatedData associated;
    private final byte[] commitment;
    private final byte[] header;
    private final Pool<Gcm> ciphers;
    private final Pool<Ivs> ivs;

    /**
     * Derives the key of a column.
     *
     * @param meter what counts the uses of the ring's key
     * @param ivs what vectors are drawn from
     */
    FieldKey(KeyRing.Key key, String table, String column, KeyMeter meter, Pool<Ivs> ivs, int processors) {
        Secret field = key.derive(Names.joined(LABEL, table, column));
        KeyRing.Key ofField = new KeyRing.Key(key.id(), key.created(), key.state(), field);
        SecretKey encryption = ofField.derive(ENCRYPTION).use(bytes -> new SecretKeySpec(bytes, "AES"));
        this.root = key.secret();
        this.meter = meter;
        this.ivs = ivs;
        associated = new AssociatedData(key.id(), table, column);
        commitment = ofField.derive(COMMITMENT).use(bytes -> bytes);
        header = Envelope.header(key.id(), commitment);
        ciphers = new Pool<>(processors, () -> new Gcm(encryption));
    }

    /** Whether it was derived from this key, and not from another one that had its id. */
    boolean isOf(KeyRing.Key key) {
        return root == key.secret() || root.matches(key.secret());
    }

    /** The envelope of a value. Counts as a use of the key. */
    byte[] seal(byte[] value, String kind, FieldContext context) {
        meter.use();
        int iv = header.length;
        int length = Math.addExact(iv + Envelope.IV_BYTES + Envelope.TAG_BYTES, value.length);
        byte[] envelope = Arrays.copyOf(header, length);
        draw(envelope, iv);
        Gcm cipher = ciphers.take();
        cipher.seal(value, envelope, iv, associated.with(kind, context));
        ciphers.give(cipher);
        return envelope;
    }

    /** The value of an envelope whose commitment is this key's. */
    Optional<byte[]> open(byte[] envelope, int iv, String kind, FieldContext context) {
        Gcm cipher = ciphers.take();
        Optional<byte[]> value = cipher.open(envelope, iv, associated.with(kind, context));
        ciphers.give(cipher);
        return value;
    }

    /**
     * Whether an envelope commits to this key, compared in constant time.
     *
     * @param iv where its vector begins, which the commitment stands before
     */
    boolean isNamedBy(byte[] envelope, int iv) {
        return MessageDigest.isEqual(commitment, Arrays.copyOfRange(envelope, iv - Envelope.COMMITMENT_BYTES, iv));
    }

    private void draw(byte[] envelope, int iv) {
        Ivs source = ivs.take();
        source.draw(envelope, iv);
        ivs.give(source);
    }
}
