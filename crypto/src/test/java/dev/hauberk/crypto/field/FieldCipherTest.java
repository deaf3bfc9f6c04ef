package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.Tenant;
import dev.hauberk.crypto.FakeKeyRing;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class FieldCipherTest {
    private static final FieldContext PLACE = new FieldContext(new Tenant("acme"), "users", "email", "7");

    private final FieldCipher cipher = FieldCipher.of(FakeKeyRing.of("k2", "k1"));

    @Test
    void opensWhatItEncrypted() {
        String stored = cipher.encrypt("ada@example.org", PLACE);

        assertThat(stored).startsWith("hbk-v01-").doesNotContain("ada");
        assertThat(cipher.decrypt(stored, PLACE)).isEqualTo("ada@example.org");
    }

    @Test
    void opensBytes() {
        byte[] stored = cipher.encrypt("secret".getBytes(StandardCharsets.UTF_8), PLACE);

        assertThat(cipher.decrypt(stored, PLACE))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("secret");
    }

    @Test
    void opensWhatAnOlderKeyEncryptedAndCallsItStale() {
        String stored = FieldCipher.of(FakeKeyRing.of("k1")).encrypt("ada", PLACE);

        assertThat(cipher.decrypt(stored, PLACE)).isEqualTo("ada");
        assertThat(cipher.isStale(stored)).isTrue();
        assertThat(Envelope.keyIdOf(stored)).contains("k1");
        assertThat(cipher.isStale(cipher.encrypt("ada", PLACE))).isFalse();
    }

    @Test
    void refusesWhatWasMovedToAnotherRow() {
        String stored = cipher.encrypt("ada", PLACE);

        assertThatThrownBy(() -> cipher.decrypt(stored, new FieldContext(new Tenant("acme"), "users", "email", "8")))
                .isInstanceOf(CipherException.class);
    }
}
