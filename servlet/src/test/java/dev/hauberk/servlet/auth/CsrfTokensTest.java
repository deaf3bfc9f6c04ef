package dev.hauberk.servlet.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-6")
class CsrfTokensTest {
    private static CsrfTokens tokens() {
        KeyRing keys = KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", "ephemeral")));
        return CsrfTokens.of(keys, new SecureRandom());
    }

    private final CsrfTokens tokens = tokens();

    @Test
    void holdsForItsOwnSessionAlone() {
        String token = tokens.issue("session");
        assertThat(tokens.holds(token, "session")).isTrue();
        assertThat(tokens.holds(token, "Session")).isFalse();
        assertThat(tokens.holds(token, "")).isFalse();
    }

    @Test
    void holdsForItsOwnKeyAlone() {
        assertThat(tokens().holds(tokens.issue("session"), "session")).isFalse();
    }

    @Test
    void looksOtherwiseEachTime() {
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> tokens.issue("session"))
                        .collect(Collectors.toSet()))
                .hasSize(100);
    }

    @Test
    void doesNotHoldOnceACharacterIsChanged() {
        String token = tokens.issue("session");
        for (int at = 0; at < token.length() - 1; at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(tokens.holds(changed, "session")).as("at %s", at).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "ephemeral", "ephemeral.", "ephemeral.AAAA", ".AAAA", "other.AAAA", "ephemeral.%%%%"})
    void refusesWhatIsNoToken(String text) {
        assertThat(tokens.holds(text, "session")).isFalse();
        assertThat(tokens.holds(text.repeat(1_000), "session")).isFalse();
    }
}
