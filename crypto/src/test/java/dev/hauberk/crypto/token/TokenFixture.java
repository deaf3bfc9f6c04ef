package dev.hauberk.crypto.token;

import dev.hauberk.key.KeyRing;
import dev.hauberk.policy.TokenPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Access tokens of a policy of fifteen minutes, at a time that stands still. */
final class TokenFixture {
    static final Duration ACCESS = Duration.ofMinutes(15);

    private TokenFixture() {}

    static AccessTokens tokens(KeyRing keys) {
        return tokens(keys, Forge.NOW, Duration.ofSeconds(30));
    }

    static AccessTokens tokens(KeyRing keys, Instant now, Duration leeway) {
        return AccessTokens.hs256(keys, policy("hauberk", "workbench", ACCESS, leeway), InstantSource.fixed(now));
    }

    static TokenPolicy policy(String issuer, String audience, Duration access, Duration leeway) {
        return new TokenPolicy(
                access,
                leeway,
                TokenPolicy.Refresh.ROTATE,
                Duration.ZERO,
                TokenPolicy.Carrier.COOKIE,
                Duration.ofSeconds(1),
                issuer,
                audience);
    }
}
