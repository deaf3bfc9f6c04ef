package dev.hauberk.crypto.field;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.Purpose;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.NullUnmarked;

/** A {@link FieldCipher} by the JDK's AES-GCM. */
@NullUnmarked
final class GcmFieldCipher implements FieldCipher {
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    GcmFieldCipher(KeyRing keys) {
        this.keys = keys;
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
        return value == null ? null : seal(value, BytesCodec.INSTANCE.kind(), context);
    }

    @Override
    public byte[] decrypt(byte[] stored, FieldContext context) {
        return stored == null ? null : open(stored, BytesCodec.INSTANCE.kind(), context);
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
        byte[] envelope = CanonicalBase64.decode(stored).orElseThrow(CipherException::new);
        try {
            return codec.decode(open(envelope, codec.kind(), context));
        } catch (IllegalArgumentException e) {
            throw new CipherException();
        }
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
        return !keyId.equals(Optional.of(keys.primary(Purpose.FIELDS).id()));
    }

    private byte[] seal(byte[] value, String kind, FieldContext context) {
        KeyRing.Key key = keys.primary(Purpose.FIELDS);
        FieldKey field = FieldKey.of(key, context.table(), context.column());
        byte[] iv = new byte[Envelope.IV_BYTES];
        random.nextBytes(iv);
        int header = field.header().length;
        byte[] envelope = Arrays.copyOf(
                field.header(), Math.addExact(header + Envelope.IV_BYTES + Envelope.TAG_BYTES, value.length));
        System.arraycopy(iv, 0, envelope, header, iv.length);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, field.encryption(), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(AssociatedData.of(key.id(), kind, context));
            cipher.doFinal(value, 0, value.length, envelope, header + iv.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-256-GCM", e);
        }
        return envelope;
    }

    private byte[] open(byte[] envelope, String kind, FieldContext context) {
        String id = Envelope.keyIdOf(envelope).orElseThrow(CipherException::new);
        KeyRing.Key key = keys.find(Purpose.FIELDS, id).orElseThrow(CipherException::new);
        FieldKey field = FieldKey.of(key, context.table(), context.column());
        int iv = field.header().length;
        if (!field.isCommittedToBy(envelope, iv - Envelope.COMMITMENT_BYTES)) {
            throw new CipherException();
        }
        int text = iv + Envelope.IV_BYTES;
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    field.encryption(),
                    new GCMParameterSpec(TAG_BITS, envelope, iv, Envelope.IV_BYTES));
            cipher.updateAAD(AssociatedData.of(id, kind, context));
            return cipher.doFinal(envelope, text, envelope.length - text);
        } catch (GeneralSecurityException e) {
            throw new CipherException();
        }
    }
}
