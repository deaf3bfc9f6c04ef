package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.List;

/**
 * The response headers (HTTP-1, HTTP-2) and what may be cached (HTTP-3). Each is on every response exactly once.
 *
 * @param strictTransportSecurity the value of Strict-Transport-Security
 * @param contentTypeOptions the value of X-Content-Type-Options
 * @param frameOptions the value of X-Frame-Options
 * @param contentSecurityPolicy the value of Content-Security-Policy, except where a path has one of its own
 * @param referrerPolicy the value of Referrer-Policy
 * @param permissionsPolicy the value of Permissions-Policy
 * @param xssProtection the value of X-XSS-Protection
 * @param crossOriginResourcePolicy the value of Cross-Origin-Resource-Policy
 * @param rateLimit how answers say what is left of a limit
 * @param pages paths with a Content-Security-Policy of their own
 * @param cacheable paths whose caching is the application's to say; everything else is {@code no-store}
 */
public record HeaderPolicy(
        @Setting(
                says = "Strict-Transport-Security.",
                or = "max-age=31536000; includeSubDomains; preload",
                control = {Control.HTTP_1, Control.HTTP_5},
                weaker = Weaker.LOOSER)
        String strictTransportSecurity,

        @Setting(
                key = "x-content-type-options",
                says = "X-Content-Type-Options.",
                or = "nosniff",
                control = Control.HTTP_1,
                weaker = Weaker.OTHER)
        String contentTypeOptions,

        @Setting(
                key = "x-frame-options",
                says = "X-Frame-Options.",
                or = "DENY",
                control = Control.HTTP_1,
                weaker = Weaker.OTHER)
        String frameOptions,

        @Setting(
                says = "Content-Security-Policy, except where a path has one of its own.",
                or = "default-src 'none'; frame-ancestors 'none'",
                control = Control.HTTP_2)
        String contentSecurityPolicy,

        @Setting(
                says = "Referrer-Policy.",
                or = "strict-origin-when-cross-origin",
                control = Control.HTTP_1,
                weaker = Weaker.LOOSER)
        String referrerPolicy,

        @Setting(
                says = "Permissions-Policy.",
                or = "camera=(), microphone=(), geolocation=()",
                control = Control.HTTP_1,
                weaker = Weaker.LOOSER)
        String permissionsPolicy,

        @Setting(
                key = "x-xss-protection",
                says = "X-XSS-Protection.",
                or = "1; mode=block",
                control = Control.HTTP_1,
                weaker = Weaker.OTHER)
        String xssProtection,

        @Setting(
                says = "Cross-Origin-Resource-Policy.",
                or = "same-origin",
                control = Control.HTTP_1,
                weaker = Weaker.LOOSER)
        String crossOriginResourcePolicy,

        @Setting(
                says = "How answers say what is left of a limit: ietf is RateLimit, legacy is X-RateLimit-*.",
                or = "ietf",
                control = Control.RATE_3)
        RateLimitHeaders rateLimit,

        @Setting(
                says = "Paths with a Content-Security-Policy of their own, the first that matches.",
                or = "",
                control = Control.HTTP_2)
        List<PathHeaders> pages,

        @Setting(
                says = "Paths whose caching is the application's to say; everything else is no-store.",
                or = "",
                control = Control.HTTP_3)
        List<String> cacheable) {

    /** The headers that say what is left of a limit. */
    public enum RateLimitHeaders {
        /** {@code RateLimit} and {@code RateLimit-Policy} of draft-ietf-httpapi-ratelimit-headers. */
        IETF,
        /** {@code X-RateLimit-Limit}, {@code -Remaining} and {@code -Reset} (in seconds), for clients that know no other. */
        LEGACY,
        /** All of them. */
        BOTH
    }

    public HeaderPolicy {
        pages = List.copyOf(pages);
        cacheable = List.copyOf(cacheable);
    }
}
