package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of docs/field-encryption.md, with what Jasypt and a converter really wrote. */
@Tag("DATA-2")
class MigrationExamplesTest {
    @Test
    void readsAndEndsWhatWasInClear() {
        migrates(Migration.from(Legacy.clear()), "ada");
    }

    @Test
    void readsAndEndsWhatJasyptEncrypted() {
        StandardPBEStringEncryptor jasypt = new StandardPBEStringEncryptor();
        jasypt.setPassword("an old password");
        String stored = jasypt.encrypt("ada");

        migrates(Migration.from((text, place) -> jasypt.decrypt(text)), stored);
    }

    @Test
    void readsAndEndsWhatAConverterEncrypted() {
        SecretKeySpec oldKey = new SecretKeySpec(new byte[32], "AES");
        byte[] iv = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = PlainGcm.seal(oldKey.getEncoded(), iv, new byte[0], "ada".getBytes(StandardCharsets.UTF_8));
        String stored = Base64.getEncoder().encodeToString(Places.joined(iv, sealed));

        migrates(
                Migration.from((text, place) -> {
                    byte[] bytes = Base64.getDecoder().decode(text);
                    try {
                        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
                        aes.init(Cipher.DECRYPT_MODE, oldKey, new GCMParameterSpec(128, bytes, 0, 12));
                        return new String(aes.doFinal(bytes, 12, bytes.length - 12), StandardCharsets.UTF_8);
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                }),
                stored);
    }

    private static void migrates(Migration migration, String stored) {
        FieldCipher cipher =
                FieldCipher.builder(FakeKeyRing.of("k1")).migration(migration).build();

        String value = cipher.decrypt(stored, HERE);
        assertThat(value).isEqualTo("ada");
        assertThat(cipher.isStale(stored)).isTrue();
        String encrypted = cipher.encrypt(value, HERE);
        assertThat(migration.reads()).isOne();

        migration.end();
        assertThat(cipher.decrypt(encrypted, HERE)).isEqualTo("ada");
        assertThatThrownBy(() -> cipher.decrypt(stored, HERE)).isInstanceOf(CipherException.class);
    }
}
