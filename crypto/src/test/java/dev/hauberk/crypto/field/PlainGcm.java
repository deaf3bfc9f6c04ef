package dev.hauberk.crypto.field;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM as the JDK has it, and nothing of ours. */
final class PlainGcm {
    private PlainGcm() {}

    static byte[] open(byte[] key, byte[] iv, byte[] associated, byte[] sealed) {
        return run(Cipher.DECRYPT_MODE, key, iv, associated, sealed);
    }

    static byte[] seal(byte[] key, byte[] iv, byte[] associated, byte[] plain) {
        return run(Cipher.ENCRYPT_MODE, key, iv, associated, plain);
    }

    /** A block under a key, for those who forge tags. */
    static byte[] block(byte[] key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] run(int mode, byte[] key, byte[] iv, byte[] associated, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
            cipher.updateAAD(associated);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
