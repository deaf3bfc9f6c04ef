package dev.hauberk.servlet.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The two cookies of a session (SESS-5): {@code HttpOnly}, {@code Secure}, {@code SameSite=Strict}, for this host and all of
 * its paths. The names begin with {@code __Host-} (RFC 6265bis), so that no other host and no plain connection can set them.
 */
public final class SessionCookies {
    /** Carries the access token. */
    public static final String ACCESS = "__Host-hauberk-access";

    /** Carries the refresh token. */
    public static final String REFRESH = "__Host-hauberk-refresh";

    private SessionCookies() {}

    /** The value of a cookie that a request carries exactly once. */
    public static Optional<String> only(HttpServletRequest request, String name) {
        List<String> values = CookieHeader.values(request, name);
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The value of {@code Set-Cookie} that sets a cookie. */
    public static String set(String name, String value, Duration age) {
        return name + "=" + value + "; Max-Age=" + age.toSeconds() + "; Path=/; Secure; HttpOnly; SameSite=Strict";
    }

    /** The value of {@code Set-Cookie} that removes a cookie. */
    public static String clear(String name) {
        return set(name, "", Duration.ZERO);
    }
}
