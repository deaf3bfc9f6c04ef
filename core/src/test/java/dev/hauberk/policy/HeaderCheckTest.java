package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("HTTP-2")
class HeaderCheckTest {
    private static final String SAFE = "default-src 'self'; object-src 'none'; base-uri 'none'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strict-transport-security",
                "x-content-type-options",
                "x-frame-options",
                "content-security-policy",
                "referrer-policy",
                "permissions-policy",
                "x-xss-protection"
            })
    @Tag("HTTP-1")
    void refusesAValueThatWritesAHeaderOfItsOwn(String header) {
        for (String injected :
                new String[] {"a\\r\\nSet-Cookie: b", "a\\nb", "a\\rb", "a\\0b", "a\\u0085b", "a\\u2028b", "ä"}) {
            assertThat(Written.lines("headers: {" + header + ": \"" + injected + "\"}"))
                    .anyMatch(line -> line.startsWith("hauberk.yml:1  headers." + header))
                    .allMatch(line -> line.lines().count() == 1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default-src 'self'; base-uri 'none'; script-src 'self' 'unsafe-inline'|script-src 'unsafe-inline'",
                "default-src 'self'; base-uri 'none'; script-src 'self' 'unsafe-eval'|script-src 'unsafe-eval'",
                "default-src 'self'; base-uri 'none'; script-src 'UNSAFE-INLINE'|script-src 'UNSAFE-INLINE'",
                "default-src 'self'; base-uri 'none'; style-src 'unsafe-inline'|style-src 'unsafe-inline'",
                "default-src *; base-uri 'none'|default-src *",
                "default-src 'self'; base-uri 'none'; script-src https:|script-src https:",
                "default-src 'self'; base-uri 'none'; script-src data:|script-src data:",
                "default-src 'self'; base-uri 'none'; script-src https://*|script-src https://*",
                "default-src 'self'; base-uri 'none'; img-src *|img-src *",
                "default-src 'self'; base-uri 'none'; script-src 'nonce-cmFuZG9tcmFuZG9t'|the same for every response",
                "default-src 'self'; base-uri 'none'; script-src http://a.example.org|https:// instead",
                "default-src 'self'; base-uri 'none'; worker-src ws://a.example.org|https:// instead",
                "default-src 'self'; base-uri 'none'; script-src https://cdn.jsdelivr.net/npm/|strangers",
                "default-src 'self'; base-uri 'none'; script-src unpkg.com:443|strangers",
                "default-src 'self'; base-uri 'none'; script-src https://*.googleapis.com|strangers",
                "default-src 'self'; base-uri 'none'; script-src https://*:*|script-src https://*:*",
                "default-src 'self'; base-uri 'none'; script-src *:443|script-src *:443",
                "default-src 'self'; base-uri 'none'; frame-ancestors https:|frame-ancestors https:",
                "default-src 'self'; base-uri 'none'; form-action https:|form-action https:",
                "script-src 'self'; base-uri 'none'|so that plug-ins may run script",
                "img-src 'self'; base-uri 'none'; object-src 'none'|so that script may come from everywhere",
                "default-src 'self'|so that a <base> may lead script elsewhere",
            })
    void refusesAWeakPolicyUnlessItIsAccepted(String csp, String says) {
        String yaml = "headers: {content-security-policy: \"" + csp + "\"}\n";
        String accepted = yaml + "accept: [{control: HTTP-2, why: old pages, by: me, until: 2026-12-01}]\n";

        assertThat(Written.lines(yaml))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  headers.content-security-policy [HTTP-2]")
                .contains(says, "accept HTTP-2");
        assertThat(Written.lines(accepted)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "; defualt-src 'self'|Did you mean default-src?",
                "; default-src 'none'|each directive once",
                "; img-src 'self', default-src *|starts another policy",
                "; img-src 'none' https://a.example|img-src with 'none' and others",
                "; script-src self|in single quotes: 'self'",
            })
    void refusesWhatNoBrowserUnderstandsEvenIfItIsAccepted(String more, String says) {
        assertThat(Written.lines("headers: {content-security-policy: \"" + SAFE + more + "\"}\n"
                        + "accept: [{control: HTTP-2, why: old pages, by: me, until: 2026-12-01}]\n"))
                .singleElement()
                .asString()
                .contains("[HTTP-2]", says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default-src 'none'; frame-ancestors 'none'",
                SAFE,
                SAFE
                        + "; script-src 'self' https://cdn.example.org 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                SAFE + "; img-src 'self' data:; upgrade-insecure-requests;",
                SAFE + "; img-src https://cdn.jsdelivr.net http://a.example.org; script-src https://*.example.org",
                SAFE + "; script-src https://mycdn.jsdelivr.network https://unpkg.com.example.org",
                "DEFAULT-SRC 'self'; Base-Uri 'none'",
            })
    void takesARestrictivePolicy(String csp) {
        assertThat(Written.lines("headers: {content-security-policy: \"" + csp + "\"}"))
                .isEmpty();
    }

    @Test
    void checksThePolicyOfEachPage() {
        assertThat(
                        Written.lines(
                                "headers:\n  pages:\n    - {path: /a}\n    - {path: b, content-security-policy: \"default-src *; base-uri 'none'\"}\n"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("hauberk.yml:4  headers.pages.1."));
    }

    @Test
    @Tag("HTTP-3")
    void checksThePathsThatMayBeCached() {
        assertThat(Written.lines("headers: {cacheable: [/assets/**, assets]}"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  headers.cacheable.1 [HTTP-3]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/**|true",
                "/api/**|true",
                "/api/notes|true",
                "/{any}/notes|true",
                "/api/open/**|false",
                "/api/open/a|false",
                "/assets/**|false",
                "/api/written|false",
            })
    @Tag("HTTP-3")
    void asksForAnAcceptanceOfCachingWhatIsNotPublic(String path, boolean weak) {
        String yaml = "headers: {cacheable: ['" + path + "']}\n"
                + "roles: {member: {}}\nlimits: {api: 10 per 1m per user}\nroutes:\n"
                + "  - {path: /api/written, method: POST, roles: [member], body: none, limit: api}\n"
                + "  - {path: /api/open/**, method: GET, access: public, limit: api}\n"
                + "  - {path: /api/**, method: GET, roles: [member], limit: api}\n";
        yaml = path.equals("/api/written") ? yaml.replace("/api/**", "/api/notes") : yaml;
        assertThat(Written.lines(yaml)).hasSize(weak ? 1 : 0);
        assertThat(Written.lines(yaml))
                .allMatch(line -> line.startsWith("hauberk.yml:1  headers.cacheable.0 [HTTP-3]")
                        && line.contains("accept HTTP-3"));
        assertThat(Written.lines(yaml + "accept: [{control: HTTP-3, why: a, by: me, until: 2026-12-01}]\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strict-transport-security: 'max-age=31536000; includeSubDomains; preload; max-age=0'",
                "strict-transport-security: 'max-age=31536000; includeSubDomains; preload; MAX-AGE=31536000'",
                "strict-transport-security: 'max-age=31536000; includeSubDomains=0; preload'",
                "strict-transport-security: 'max-age=31536000; includeSubDomains; preload; a b'",
                "permissions-policy: 'camera=(), microphone=(), geolocation=(), camera=*'",
                "permissions-policy: 'camera=*, microphone=(), geolocation=(), camera=()'",
                "permissions-policy: 'camera=(), microphone=(), geolocation=(), ;;;'",
                "permissions-policy: 'camera=(), microphone=(), geolocation=(), '",
                "permissions-policy: 'Camera=(), microphone=(), geolocation=()'",
                "permissions-policy: 'camera=(), microphone=(), geolocation=(), usb=(self,*)'",
            })
    @Tag("HTTP-1")
    void refusesAHeaderThatBrowsersDropEvenIfItIsAccepted(String header) {
        assertThat(Written.lines("headers: {" + header + "}\n"
                        + "accept: [{control: HTTP-1, why: old pages, by: me, until: 2026-12-01}]\n"))
                .singleElement()
                .asString()
                .startsWith("hauberk.yml:1  headers." + header.substring(0, header.indexOf(':')) + " [HTTP-1]")
                .contains("browsers pass over the whole header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strict-transport-security: 'max-age=\"63072000\" ;includeSubDomains; preload; later=\"a b\";'",
                "permissions-policy: 'camera=(),microphone=(), geolocation=(), usb=( self  \"https://a.example\"), serial=self, hid=*;report-to=x'",
            })
    @Tag("HTTP-1")
    void takesAHeaderInEachOfItsForms(String header) {
        assertThat(Written.lines("headers: {" + header + "}")).isEmpty();
    }
}
