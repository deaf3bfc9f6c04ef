package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class StoredTest {
    @Test
    void isEqualWhereTheBytesAre() {
        Stored.Bytes bytes = new Stored.Bytes(new byte[] {1, 2});

        assertThat(bytes).isEqualTo(new Stored.Bytes(new byte[] {1, 2}));
        assertThat(bytes).hasSameHashCodeAs(new Stored.Bytes(new byte[] {1, 2}));
        assertThat(bytes).isNotEqualTo(new Stored.Bytes(new byte[] {1, 3}));
        assertThat(bytes).isNotEqualTo(new Stored.Text("12"));
        assertThat(bytes.hashCode()).isNotEqualTo(new Stored.Bytes(new byte[] {1, 3}).hashCode());
    }
}
