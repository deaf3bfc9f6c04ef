package dev.hauberk.benchmarks;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.hauberk.Tenant;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;

/** Those who encrypt a field with AES-256-GCM, bytes to bytes, each with a key of its own as a careful user sets it up. */
final class FieldPeers {
    static final FieldContext PLACE = new FieldContext(new Tenant("acme"), "users", "email", "01J9Z3N5Q8W7");

    private static final int IV = 12;
    private static final int TAG = 16;

    final FieldCipher hauberk = FieldCipher.of(KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral"))));
    final BytesEncryptor spring;
    private final Aead tink;
    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];
    private final SecretKeySpec aes;
    private final Cipher cached;
    private final GCMModeCipher bouncyCastle = GCMBlockCipher.newInstance(AESEngine.newInstance());

    FieldPeers() {
        random.nextBytes(key);
        aes = new SecretKeySpec(key, "AES");
        spring = AesGcmBytesEncryptor.withSecretKey(aes).build();
        try {
            AeadConfig.register();
            tink = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
            cached = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same place as ours, which differs from row to row, and so is put together for each value. */
    private static byte[] associated() {
        String place = PLACE.tenant().id() + '/' + PLACE.table() + '/' + PLACE.column() + '/' + PLACE.row();
        return place.getBytes(StandardCharsets.UTF_8);
    }

    byte[] tinkEncrypt(byte[] plain) throws GeneralSecurityException {
        return tink.encrypt(plain, associated());
    }

    byte[] tinkDecrypt(byte[] sealed) throws GeneralSecurityException {
        return tink.decrypt(sealed, associated());
    }

    byte[] cachedEncrypt(byte[] plain) throws GeneralSecurityException {
        return encrypt(cached, plain);
    }

    byte[] newEncrypt(byte[] plain) throws GeneralSecurityException {
        return encrypt(Cipher.getInstance("AES/GCM/NoPadding"), plain);
    }

    byte[] cachedDecrypt(byte[] sealed) throws GeneralSecurityException {
        cached.init(Cipher.DECRYPT_MODE, aes, new GCMParameterSpec(TAG * 8, sealed, 0, IV));
        cached.updateAAD(associated());
        return cached.doFinal(sealed, IV, sealed.length - IV);
    }

    byte[] bouncyCastleEncrypt(byte[] plain) throws InvalidCipherTextException {
        byte[] sealed = new byte[IV + plain.length + TAG];
        byte[] iv = iv(sealed);
        bouncyCastle.init(true, new AEADParameters(new KeyParameter(key), TAG * 8, iv, associated()));
        int done = bouncyCastle.processBytes(plain, 0, plain.length, sealed, IV);
        bouncyCastle.doFinal(sealed, IV + done);
        return sealed;
    }

    byte[] bouncyCastleDecrypt(byte[] sealed) throws InvalidCipherTextException {
        byte[] plain = new byte[sealed.length - IV - TAG];
        byte[] iv = Arrays.copyOf(sealed, IV);
        bouncyCastle.init(false, new AEADParameters(new KeyParameter(key), TAG * 8, iv, associated()));
        int done = bouncyCastle.processBytes(sealed, IV, sealed.length - IV, plain, 0);
        bouncyCastle.doFinal(plain, done);
        return plain;
    }

    private byte[] encrypt(Cipher cipher, byte[] plain) throws GeneralSecurityException {
        byte[] sealed = new byte[IV + plain.length + TAG];
        cipher.init(Cipher.ENCRYPT_MODE, aes, new GCMParameterSpec(TAG * 8, iv(sealed)));
        cipher.updateAAD(associated());
        cipher.doFinal(plain, 0, plain.length, sealed, IV);
        return sealed;
    }

    private byte[] iv(byte[] sealed) {
        byte[] iv = new byte[IV];
        random.nextBytes(iv);
        System.arraycopy(iv, 0, sealed, 0, IV);
        return iv;
    }
}
