package dev.hauberk.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-3")
class SecretTest {
    @Test
    void keepsItsBytesFromWhoeverGaveOrGotThem() {
        byte[] given = {1, 2, 3};
        Secret secret = Secret.of(given);
        given[0] = 9;
        byte[] got = secret.use(bytes -> bytes);
        got[1] = 9;

        assertThat(secret.<byte[]>use(bytes -> bytes)).containsExactly(1, 2, 3);
        assertThat(secret.length()).isEqualTo(3);
    }

    @Test
    void comparesByItsBytesAndOnlyWhereThatIsAsked() {
        Secret secret = Secret.of(new byte[] {1, 2, 3});

        assertThat(secret.matches(Secret.of(new byte[] {1, 2, 3}))).isTrue();
        assertThat(secret.matches(Secret.of(new byte[] {1, 2, 4}))).isFalse();
        assertThat(secret.matches(Secret.of(new byte[] {1, 2}))).isFalse();
        assertThat(secret).isNotEqualTo(Secret.of(new byte[] {1, 2, 3}));
    }

    @Test
    void saysNothingOfThem() {
        assertThat(Secret.of(new byte[] {65, 66})).hasToString("Secret[hidden]");
    }
}
