package dev.hauberk.crypto.field;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;

/** A {@link FieldCipher} whose every failure takes the same way, and the same work, through {@link #open}. */
@NullUnmarked
final class GcmFieldCipher implements FieldCipher {
    private static final String BYTES = FieldCodec.bytes().kind();

    private final FieldKeys keys;
    private final Migration migration;
    private final Failures failures;

    GcmFieldCipher(FieldKeys keys, Migration migration, Failures failures) {
        this.keys = keys;
        this.migration = migration;
        this.failures = failures;
    }

    @Override
    public String encrypt(String value, FieldContext context) {
        return encrypt(value, FieldCodec.text(), context);
    }

    @Override
    public String decrypt(String stored, FieldContext context) {
        return decrypt(stored, FieldCodec.text(), context);
    }

    @Override
    public byte[] encrypt(byte[] value, FieldContext context) {
        return value == null ? null : seal(value, BYTES, context);
    }

    @Override
    public int encrypt(byte[] value, FieldContext context, byte[] into) {
        FieldKey key = keys.primary(context);
        int length = key.envelopeLength(value.length);
        if (into.length < length) {
            throw new IllegalArgumentException("an envelope of " + length + " bytes needs an array as long");
        }
        key.seal(value, BYTES, context, into);
        return length;
    }

    @Override
    public byte[] decrypt(byte[] stored, FieldContext context) {
        if (stored == null) {
            return null;
        }
        return migration.isOpen() && !Envelope.isMarked(stored)
                ? read(() -> migration.open(stored, context), context)
                : open(stored, BYTES, context);
    }

    @Override
    public <T> String encrypt(T value, FieldCodec<T> codec, FieldContext context) {
        return value == null ? null : CanonicalBase64.encode(seal(codec.encode(value), codec.kind(), context));
    }

    @Override
    public <T> T decrypt(String stored, FieldCodec<T> codec, FieldContext context) {
        if (stored == null) {
            return null;
        }
        if (migration.isOpen() && !Envelope.isMarked(stored)) {
            return read(() -> codec.parse(migration.open(stored, context)), context);
        }
        byte[] envelope = CanonicalBase64.decode(stored).orElseGet(() -> noEnvelopeOf(stored));
        byte[] value = open(envelope, codec.kind(), context);
        return read(() -> codec.decode(value), context);
    }

    @Override
    public boolean isStale(String stored) {
        return isStale(Envelope.keyIdOf(stored));
    }

    @Override
    public boolean isStale(byte[] stored) {
        return isStale(Envelope.keyIdOf(stored));
    }

    private boolean isStale(Optional<String> keyId) {
        return keyId.filter(keys.primaryId()::equals).isEmpty();
    }

    private byte[] seal(byte[] value, String kind, FieldContext context) {
        FieldKey key = keys.primary(context);
        byte[] envelope = new byte[key.envelopeLength(value.length)];
        key.seal(value, kind, context, envelope);
        return envelope;
    }

    private byte[] open(byte[] envelope, String kind, FieldContext context) {
        return keys.of(envelope, context).open(envelope, kind, context).orElseThrow(() -> failures.of(context));
    }

    /** What a codec or the application's own code makes of a value; its exceptions may hold the value. */
    private <T> T read(Supplier<T> reader, FieldContext context) {
        try {
            return reader.get();
        } catch (RuntimeException e) {
            throw failures.of(context);
        }
    }

    private static byte[] noEnvelopeOf(String stored) {
        return new byte[stored.length() / 4 * 3];
    }
}
