package dev.hauberk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-3")
class SecretFinderTest {
    private static final String JWT =
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0." + "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U";

    @ParameterizedTest
    @ValueSource(
            strings = {
                JWT,
                "Bearer " + JWT,
                "-----BEGIN PRIVATE KEY-----",
                "AKIA" + "IOSFODNN7EXAMPLE",
                "ghp_" + "16C7e42F292c6912E7710c838347Ae178B4a",
                "sk_live_" + "4eC39HqLyjWDarjtT1zdp7dc",
                "xoxb-" + "123456789012-1234567890123",
                "postgres://app:s3cr3t@db.internal/app",
                "redis://:s3cr3t@cache:6379",
                "3q2-7wAAQyc8L0pXx9Zk1vT5uB6nM4aE",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            })
    void findsASecretUnderAnyKeyAndDoesNotPrintIt(String secret) {
        for (String yaml : new String[] {
            "tokens: {issuer: '%s'}", "roles: {'%s': {}}", "permissions: ['%s']", "unknown: '%s'",
                    "routes: [{path: '%s'}]",
            "sessions: {idle: '%s'}", "baseline: '%s'", "accept: [{why: '%s'}]", "modes: {'%s': shadow}",
                    "limits: {'%s': x}"
        }) {
            assertThat(Written.lines(yaml.formatted(secret)))
                    .as(yaml)
                    .anyMatch(line -> line.contains("[DATA-3]") && line.startsWith("hauberk.yml:1"))
                    .noneMatch(line -> line.contains(secret) || line.contains(secret.substring(6, 16)));
        }
    }

    @Test
    void findsARandomKeyOfAnyEncoding() {
        Random random = new Random(20_261_124);
        for (int i = 0; i < 1_000; i++) {
            byte[] key = new byte[32];
            random.nextBytes(key);
            assertThat(SecretFinder.kindOf(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(key)))
                    .isPresent();
            assertThat(SecretFinder.kindOf(HexFormat.of().formatHex(key))).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "api-key",
                "signing_key",
                "password",
                "db.password",
                "token",
                "credentials",
                "clientSecret"
            })
    void findsAShorterSecretUnderATellingKey(String key) {
        assertThat(Written.lines(key + ": kJ8xQ2mP9vL4tR7w\n"))
                .anyMatch(line -> line.contains("[DATA-3]"))
                .noneMatch(line -> line.contains("kJ8xQ2mP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max-age=31536000; includeSubDomains; preload",
                "default-src 'none'; script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                "/api/v2/organizations/{organization}/members/{member}/role",
                "workbench:ai_execution",
                "https://app.example.org:8443",
                "strict-origin-when-cross-origin",
                "AVeryLongNameOfARoleThatSomebodyThoughtUp",
                "a-very-long-name-of-a-role-that-somebody-made-up",
                "A_VERY_LONG_NAME_OF_A_ROLE_2_THAT_SOMEBODY_MADE_UP",
                "2027-01-31",
                "",
            })
    void leavesWhatAPolicyIsMadeOf(String value) {
        assertThat(SecretFinder.kindOf(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "responses: {strip: [password, clientSecret, accessToken]}",
                "routes: []",
                "limits: {token: 10 per 1m per user}"
            })
    void leavesTellingWordsThatHoldNoSecret(String yaml) {
        assertThat(Written.lines(yaml)).noneMatch(line -> line.contains("DATA-3"));
    }
}
