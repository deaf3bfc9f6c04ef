package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-6")
class OriginCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example.org",
                "https://app.example.org/",
                "https://app.example.org/path",
                "ftp://app.example.org",
                "app.example.org",
                "//app.example.org",
                "https://user@app.example.org",
                "https://App.example.org",
                "https://app.example.org:443",
                "http://app.example.org:80",
                "https://",
                "file:///",
                "https://app.example.org; script-src *",
                "https://app.example.org,https://b",
                "https://app.example.org https://b",
                "https://-app.example.org",
                "https://app..example.org",
                "https://app.example.org?x",
                "https://app.example.org#x",
                "javascript:alert(1)",
                "https://app.example.org\\r\\nX-Evil: 1",
                "https://app.example.org\\u0000"
            })
    void refusesWhatIsNoExactOrigin(String origin) {
        assertThat(Written.lines("origins: {allow: [\"" + origin + "\"]}"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  origins.allow")
                .contains("[HTTP-6]")
                .doesNotContain("\n", "\r");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.org",
                "https://app.example.org:8443",
                "http://localhost:3000",
                "https://[::1]:8443",
                "https://10.0.0.1"
            })
    void takesAnExactOrigin(String origin) {
        assertThat(Written.lines("origins: {allow: ['" + origin + "']}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"content type", "x-a\\r\\nx-b", "x:y", "ü"})
    void refusesWhatIsNoNameOfAHeader(String header) {
        assertThat(Written.lines("origins: {headers: [\"" + header + "\"]}"))
                .singleElement()
                .asString()
                .contains("origins.headers");
    }
}
