package dev.hauberk.servlet.harness;

import dev.hauberk.policy.HeaderPolicy;
import dev.hauberk.policy.PathHeaders;
import java.util.List;

/** Sections of a policy, as the mail platform's document writes them. */
public final class Sections {
    private Sections() {}

    /** The seven headers, a page below {@code /pages}, and what may be cached below {@code /assets}. */
    public static HeaderPolicy headers() {
        return new HeaderPolicy(
                "max-age=31536000; includeSubDomains; preload",
                "nosniff",
                "DENY",
                "default-src 'none'; frame-ancestors 'none'",
                "strict-origin-when-cross-origin",
                "camera=(), microphone=(), geolocation=()",
                "1; mode=block",
                "same-origin",
                HeaderPolicy.RateLimitHeaders.IETF,
                List.of(new PathHeaders("/pages/**", "default-src 'self'")),
                List.of("/assets/**"));
    }
}
