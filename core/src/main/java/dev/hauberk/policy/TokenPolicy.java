package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.Duration;

/**
 * Access tokens (AUTHN-6), refresh tokens (AUTHN-7) and how both travel (SESS-5).
 *
 * @param access how long an access token is valid
 * @param leeway how far clocks may differ; at most 60 s
 * @param refresh what becomes of a refresh token that is used
 * @param grace how long a used refresh token gets the same answer again
 * @param in how tokens travel
 * @param fresh how old a node's knowledge of accounts and ended sessions may be
 * @param issuer the {@code iss} of access tokens
 * @param audience the {@code aud} of access tokens
 */
public record TokenPolicy(
        @Setting(
                says = "How long an access token is valid.",
                or = "15m",
                control = Control.AUTHN_6,
                weaker = Weaker.HIGHER)
        Duration access,

        @Setting(
                says = "How far clocks may differ; at most 60s.",
                or = "30s",
                control = Control.AUTHN_6,
                weaker = Weaker.HIGHER)
        Duration leeway,

        @Setting(
                says = "What becomes of a refresh token that is used.",
                or = "rotate",
                control = Control.AUTHN_7,
                weaker = Weaker.OTHER)
        Refresh refresh,

        @Setting(
                says = "How long a used refresh token gets the same answer again, for a client that lost it.",
                or = "0",
                control = Control.AUTHN_7,
                weaker = Weaker.HIGHER)
        Duration grace,

        @Setting(says = "How tokens travel.", or = "cookie", control = Control.SESS_5, weaker = Weaker.OTHER)
        Carrier in,

        @Setting(
                says = "How old a node's knowledge of accounts and ended sessions may be.",
                or = "1s",
                control = Control.RBAC_8,
                weaker = Weaker.HIGHER)
        Duration fresh,

        @Setting(says = "The iss of access tokens.", or = "hauberk", control = Control.AUTHN_6)
        String issuer,

        @Setting(says = "The aud of access tokens.", or = "hauberk", control = Control.AUTHN_6)
        String audience) {

    /** What becomes of a refresh token that is used. */
    public enum Refresh {
        /** It ends, and another takes its place; using it again ends the session. */
        ROTATE
    }

    /** How tokens travel. */
    public enum Carrier {
        /** In {@code __Host-} cookies that no script can read, and never in a body. */
        COOKIE,
        /** In the bodies of the sign-in and refresh calls, and in the Authorization header. */
        BODY
    }

    /** @throws IllegalArgumentException where a time is not positive, or the leeway is over 60 seconds */
    public TokenPolicy {
        if (access.isZero() || access.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("access is more than nothing and at most 1d");
        }
        if (leeway.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("leeway is at most 60s");
        }
        if (grace.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("grace is at most 1m");
        }
    }
}
