package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Secret;
import java.nio.ByteBuffer;
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
    private final byte[] header;
    private final Pool<Gcm> ciphers;

    /**
     * Derives the key of a column.
     *
     * @param meter what counts the uses of the ring's key
     * @param ivs what vectors are drawn from
     */
    FieldKey(KeyRing.Key key, String table, String column, KeyMeter meter, Ivs.Source ivs, int processors) {
        Secret field = key.derive(Names.joined(LABEL, table, column));
        KeyRing.Key ofField = new KeyRing.Key(key.id(), key.created(), key.state(), field);
        SecretKey encryption = ofField.derive(ENCRYPTION).use(bytes -> new SecretKeySpec(bytes, "AES"));
        this.root = key.secret();
        this.meter = meter;
        associated = new AssociatedData(key.id(), table, column);
        header = ofField.derive(COMMITMENT).use(commitment -> Envelope.header(key.id(), commitment));
        ciphers = new Pool<>(processors, () -> new Gcm(encryption, new Ivs(ivs)));
    }

    /** Whether it was derived from this key, and not from another one that had its id. */
    boolean isOf(KeyRing.Key key) {
        return root == key.secret() || root.matches(key.secret());
    }

    /** The length of the envelope of a value of a length, in bytes. */
    int envelopeLength(int valueLength) {
        return Math.addExact(header.length + Envelope.IV_BYTES + Envelope.TAG_BYTES, valueLength);
    }

    /** Writes the envelope of a value to the beginning of an array that it fits in. Counts as a use of the key. */
    void seal(byte[] value, String kind, FieldContext context, byte[] into) {
        meter.use();
        System.arraycopy(header, 0, into, 0, header.length);
        Gcm cipher = ciphers.take();
        cipher.seal(value, associated.with(kind, context), into, header.length);
        ciphers.give(cipher);
    }

    /** The value of an envelope, whatever it names, opened with this key; or empty where it was not made with it. */
    Optional<byte[]> open(byte[] envelope, String kind, FieldContext context) {
        Gcm cipher = ciphers.take();
        Optional<byte[]> value = cipher.open(atLeast(envelope), header.length, associated.with(kind, context));
        ciphers.give(cipher);
        return value;
    }

    /** Whether an envelope names this key and commits to it. The commitment is compared in constant time. */
    boolean isNamedBy(byte[] envelope) {
        int named = header.length - Envelope.COMMITMENT_BYTES;
        if (envelope.length < envelopeLength(0) || !Arrays.equals(envelope, 0, named, header, 0, named)) {
            return false;
        }
        ByteBuffer theirs = ByteBuffer.wrap(envelope);
        ByteBuffer ours = ByteBuffer.wrap(header);
        long difference = 0;
        for (int i = named; i < header.length; i += Long.BYTES) {
            difference |= theirs.getLong(i) ^ ours.getLong(i);
        }
        return difference == 0;
    }

    private byte[] atLeast(byte[] envelope) {
        return envelope.length < envelopeLength(0) ? Arrays.copyOf(envelope, envelopeLength(0)) : envelope;
    }
}
