package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.crypto.FakeKeyRing;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class MigrationTest {
    private static final byte[] CLEAR = "ada".getBytes(StandardCharsets.UTF_8);

    private final Migration migration = Migration.from(Legacy.clear());
    private final FieldCipher cipher =
            FieldCipher.builder(FakeKeyRing.of("k1")).migration(migration).build();

    @Test
    void readsBothAndWritesEncrypted() {
        assertThat(cipher.decrypt("ada", HERE)).isEqualTo("ada");
        assertThat(cipher.decrypt("", HERE)).isEmpty();
        assertThat(cipher.decrypt(CLEAR, HERE)).isEqualTo(CLEAR);
        assertThat(cipher.decrypt("2024-02-29", FieldCodec.dates(), HERE)).isEqualTo(LocalDate.of(2024, 2, 29));

        String text = cipher.encrypt("ada", HERE);
        byte[] bytes = cipher.encrypt(CLEAR, HERE);
        assertThat(text).startsWith(Envelope.MARK);
        assertThat(cipher.decrypt(text, HERE)).isEqualTo("ada");
        assertThat(cipher.decrypt(bytes, HERE)).isEqualTo(CLEAR);
        assertThat(cipher.isStale("ada")).isTrue();
        assertThat(cipher.isStale(text)).isFalse();
    }

    @Test
    void countsWhatItReadThatWasNotEncrypted() {
        cipher.decrypt("ada", HERE);
        cipher.decrypt(CLEAR, HERE);
        cipher.decrypt(cipher.encrypt("ada", HERE), HERE);

        assertThat(migration.reads()).isEqualTo(2);
    }

    @Test
    void takesNothingThatIsMarkedForAValueInClear() {
        String text = cipher.encrypt("ada", HERE);
        byte[] bytes = cipher.encrypt(CLEAR, HERE);
        bytes[bytes.length - 1]++;

        for (String marked : new String[] {"hbk-", "hbk-v01-", "hbk-v02-x", text + "!"}) {
            assertThatThrownBy(() -> cipher.decrypt(marked, HERE)).isInstanceOf(CipherException.class);
        }
        assertThatThrownBy(() -> cipher.decrypt(text, Places.place("acme", "users", "email", "8")))
                .isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> cipher.decrypt(bytes, HERE)).isInstanceOf(CipherException.class);
    }

    @Test
    void endsWithASwitch() {
        String text = cipher.encrypt("ada", HERE);
        assertThat(migration.isOpen()).isTrue();

        migration.end();

        assertThat(migration.isOpen()).isFalse();
        assertThatThrownBy(() -> cipher.decrypt("ada", HERE)).isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> cipher.decrypt(CLEAR, HERE)).isInstanceOf(CipherException.class);
        assertThat(cipher.decrypt(text, HERE)).isEqualTo("ada");
        assertThat(migration.reads()).isZero();
    }

    @Test
    void isNotThereUnlessItIsAskedFor() {
        FieldCipher strict = FieldCipher.of(FakeKeyRing.of("k1"));

        assertThatThrownBy(() -> strict.decrypt("ada", HERE)).isInstanceOf(CipherException.class);
    }

    @Test
    void readsWhatAnotherLibraryEncrypted() {
        FieldCipher other = FieldCipher.builder(FakeKeyRing.of("k1"))
                .migration(Migration.from((stored, context) -> stored.substring("ENC(".length(), stored.length() - 1)))
                .build();

        assertThat(other.decrypt("ENC(ada)", HERE)).isEqualTo("ada");
        assertThatThrownBy(() -> other.decrypt("E", HERE))
                .isInstanceOf(CipherException.class)
                .hasNoCause();
        assertThatThrownBy(() -> other.decrypt(CLEAR, HERE)).isInstanceOf(CipherException.class);
    }

    @Test
    void refusesClearTextOfAnotherKind() {
        assertThatThrownBy(() -> cipher.decrypt("ada", FieldCodec.longs(), HERE))
                .isInstanceOf(CipherException.class);
        assertThatThrownBy(() -> cipher.decrypt("ada", FieldCodec.bytes(), HERE))
                .isInstanceOf(CipherException.class);
    }
}
