package dev.hauberk.crypto.field;

import java.util.Arrays;
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
        return value == null ? null : keys.primary(context).seal(value, BYTES, context);
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
        return value == null
                ? null
                : CanonicalBase64.encode(keys.primary(context).seal(codec.encode(value), codec.kind(), context));
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

    /** No step ends this early: what is no envelope, or names no key of ours, is opened with a key that nothing was closed with. */
    private byte[] open(byte[] stored, String kind, FieldContext context) {
        Optional<String> id = Envelope.keyIdOf(stored);
        int iv = Envelope.ivAfter(id.map(String::length).orElse(1));
        byte[] envelope = Arrays.copyOf(stored, Math.max(stored.length, iv + Envelope.IV_BYTES + Envelope.TAG_BYTES));
        FieldKey named = keys.find(id, context);
        FieldKey key = named.isNamedBy(envelope, iv) ? named : keys.nobodys();
        return key.open(envelope, iv, kind, context).orElseThrow(() -> failures.of(context));
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
