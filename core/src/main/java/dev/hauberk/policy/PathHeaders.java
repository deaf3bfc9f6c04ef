package dev.hauberk.policy;

import dev.hauberk.Control;

/**
 * A Content-Security-Policy for the pages below a path (HTTP-2).
 *
 * @param path a path as in {@code routes}
 * @param contentSecurityPolicy its Content-Security-Policy
 */
public record PathHeaders(
        @Setting(says = "A path as in routes.", control = Control.HTTP_2)
        String path,

        @Setting(
                says = "Its Content-Security-Policy.",
                or =
                        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                control = Control.HTTP_2)
        String contentSecurityPolicy) {}
