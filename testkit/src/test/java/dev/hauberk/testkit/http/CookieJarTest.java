package dev.hauberk.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SESS-5")
class CookieJarTest {
    private final CookieJar jar = new CookieJar();

    @Test
    void keepsAHostCookieOverPlainHttp() {
        take("__Host-a=1; Path=/; Secure; HttpOnly; SameSite=Strict");
        assertThat(jar.header()).isEqualTo("__Host-a=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__Host-a=1; Path=/",
                "__Host-a=1; Secure",
                "__Host-a=1; Path=/x; Secure",
                "__Host-a=1; Path=/; Secure; Domain=example.org",
                "__Secure-a=1; Path=/",
                "a",
                "=1",
                "",
            })
    void refusesWhatABrowserRefuses(String line) {
        take(line);
        assertThat(jar.all()).isEmpty();
    }

    @Test
    void replacesAndRemovesByName() {
        take("a=1", "b=2", "a=3");
        assertThat(jar.header()).isEqualTo("a=3; b=2");
        take("a=; Max-Age=0", "b=x; Max-Age=-1");
        assertThat(jar.all()).isEmpty();
    }

    @Test
    void copiesWithoutSharing() {
        take("a=1");
        CookieJar copy = jar.copy();
        take("a=2");
        assertThat(copy.header()).isEqualTo("a=1");
    }

    @Test
    void readsAttributesWhateverTheirCaseAndTheLastOfTwo() {
        SetCookie cookie = SetCookie.parse("a=b=c; httponly ; SAMESITE=Lax;SameSite = Strict; Path=/");
        assertThat(cookie.name()).isEqualTo("a");
        assertThat(cookie.value()).isEqualTo("b=c");
        assertThat(cookie.has("HttpOnly")).isTrue();
        assertThat(cookie.has("Secure")).isFalse();
        assertThat(cookie.attribute("samesite")).isEqualTo(Optional.of("Strict"));
    }

    private void take(String... lines) {
        jar.take(new Response(
                "HTTP/1.1",
                200,
                "OK",
                Arrays.stream(lines).map(line -> new Header("Set-Cookie", line)).toList(),
                Bytes.NONE));
    }
}
