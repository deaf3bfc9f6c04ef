package dev.hauberk.servlet.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.fixture.Policies;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a mode makes of the headers: in shadow nothing changes for the client, and a disabled control leaves its headers alone. */
class ResponseHeadersTest {
    private static final Set<String> OF_HTTP_1 = Set.of(
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "X-XSS-Protection",
            "Cross-Origin-Resource-Policy");

    @ParameterizedTest
    @CsvSource({"enforce, true", "shadow, false", "disabled, false"})
    @Tag("HTTP-1")
    void writesTheFixedHeadersWhereTheyAreEnforcedAndOwnsThemOnlyThen(String mode, boolean written) {
        HeaderSet set = of("HTTP-1", mode);
        for (String name : OF_HTTP_1) {
            assertThat(set.values().containsKey(name)).as(name).isEqualTo(written);
            assertThat(set.owns(name)).as(name).isEqualTo(written);
        }
        assertThat(set.values()).containsKeys("Content-Security-Policy", "Cache-Control");
    }

    @ParameterizedTest
    @CsvSource({"enforce, Content-Security-Policy", "shadow, Content-Security-Policy-Report-Only", "disabled, none"})
    @Tag("HTTP-2")
    void onlyReportsInShadow(String mode, String name) {
        assertThat(of("HTTP-2", mode).values().keySet().stream().filter(each -> each.startsWith("Content-")))
                .isEqualTo(name.equals("none") ? List.of() : List.of(name));
    }

    @ParameterizedTest
    @CsvSource({"enforce, true", "shadow, false", "disabled, false"})
    @Tag("HTTP-3")
    void forbidsCachingWhereThatIsEnforced(String mode, boolean written) {
        HeaderSet set = of("HTTP-3", mode);
        assertThat(set.values().containsKey("Cache-Control")).isEqualTo(written);
        assertThat(set.owns("Expires")).isEqualTo(written);
        assertThat(set.values()).containsKeys(OF_HTTP_1.toArray(String[]::new));
    }

    private static HeaderSet of(String control, String mode) {
        String accepted = "    - {control: " + control + ", why: a test, by: the tests, until: 2099-01-01}\n";
        String text = Policies.text().replace("AUTHN-5: shadow", "AUTHN-5: shadow, " + control + ": " + mode)
                + (mode.equals("enforce") ? "" : accepted);
        return ResponseHeaders.of(SecurityPolicy.parse(text, "hauberk.yml")).of("/api/notes");
    }
}
