package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Events;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.crypto.FakeKeyRing;
import dev.hauberk.key.KeyRing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.jasypt.encryption.pbe.StandardPBEStringEncryptor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The examples of docs/field-encryption.md, with what Jasypt and a converter really wrote. */
@Tag("DATA-2")
class FieldExamplesTest {
    private final KeyRing keys = FakeKeyRing.of("k1");
    private final Tenant tenant = new Tenant("acme");

    @Test
    void encryptsAField() {
        String id = "7";

        FieldCipher cipher = FieldCipher.of(keys);
        FieldContext place = new FieldContext(tenant, "users", "email", id);

        String stored = cipher.encrypt("ada@example.org", place);
        String email = cipher.decrypt(stored, place);

        assertThat(email).isEqualTo("ada@example.org");
    }

    @Test
    void countsInATable() {
        DataSource dataSource = database();
        Events events = new Events();
        AuditTrail audit = AuditTrail.inMemory(1);

        KeyUseSchema.install(dataSource);
        FieldCipher cipher = FieldCipher.builder(keys)
                .keyUse(KeyUse.jdbc(dataSource))
                .events(events)
                .audit(audit)
                .build();

        assertThat(cipher.decrypt(cipher.encrypt("ada", HERE), HERE)).isEqualTo("ada");
    }

    @Test
    void looksUpByABlindIndex() {
        BlindIndex index = BlindIndex.of(keys, "users", "email", Normaliser.text());

        String stored = index.of("Ada@Example.org", tenant);
        List<String> found = index.lookups("ada@example.org", tenant);

        assertThat(found).contains(stored);
    }

    @Test
    void migratesWhatWasInClear() {
        Migration migration = Migration.from(Legacy.clear());
        FieldCipher cipher = FieldCipher.builder(keys).migration(migration).build();

        assertThat(cipher.decrypt("ada", HERE)).isEqualTo("ada");
        migrates(migration, "ada");
    }

    @Test
    void migratesWhatJasyptEncrypted() {
        StandardPBEStringEncryptor jasypt = new StandardPBEStringEncryptor();
        jasypt.setPassword("an old password");

        Migration migration = Migration.from((stored, place) -> jasypt.decrypt(stored));

        migrates(migration, jasypt.encrypt("ada"));
    }

    @Test
    void migratesWhatAConverterEncrypted() {
        SecretKeySpec oldKey = new SecretKeySpec(new byte[32], "AES");
        byte[] iv = "twelve bytes".getBytes(StandardCharsets.US_ASCII);
        byte[] written = PlainGcm.seal(oldKey.getEncoded(), iv, new byte[0], "ada".getBytes(StandardCharsets.UTF_8));

        Migration migration = Migration.from((stored, place) -> {
            byte[] sealed = Base64.getDecoder().decode(stored);
            try {
                Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
                aes.init(Cipher.DECRYPT_MODE, oldKey, new GCMParameterSpec(128, sealed, 0, 12));
                return new String(aes.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });

        migrates(migration, Base64.getEncoder().encodeToString(Places.joined(iv, written)));
    }

    private void migrates(Migration migration, String stored) {
        FieldCipher cipher = FieldCipher.builder(keys).migration(migration).build();

        String value = cipher.decrypt(stored, HERE);
        assertThat(value).isEqualTo("ada");
        assertThat(cipher.isStale(stored)).isTrue();
        String encrypted = cipher.encrypt(value, HERE);
        assertThat(migration.reads()).isPositive();

        migration.end();
        assertThat(cipher.decrypt(encrypted, HERE)).isEqualTo("ada");
        assertThatThrownBy(() -> cipher.decrypt(stored, HERE)).isInstanceOf(CipherException.class);
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:field-examples;DB_CLOSE_DELAY=-1");
        return source;
    }
}
