package dev.hauberk.testkit.attack.limit;

import dev.hauberk.testkit.http.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer says of the limit that counted it: {@code RateLimit} and {@code RateLimit-Policy} of
 * draft-ietf-httpapi-ratelimit-headers, as structured fields (RFC 9651), one policy each.
 *
 * @param quota how many there are in a window
 * @param window in seconds
 * @param remaining how many are left
 * @param reset in how many seconds there are more
 */
record LimitHeaders(long quota, long window, long remaining, long reset) {
    private static final String NAME = "\"[\\x20-\\x7e&&[^\"\\\\]]+\"";
    private static final Pattern POLICY = Pattern.compile(NAME + ";\\s*q=([0-9]{1,15});\\s*w=([0-9]{1,15})(;.*)?");
    private static final Pattern LIMIT = Pattern.compile(NAME + ";\\s*r=([0-9]{1,15});\\s*t=([0-9]{1,15})(;.*)?");

    /** What an answer says; empty where it says nothing, or says it wrongly. */
    static Optional<LimitHeaders> of(Response response) {
        Matcher policy = POLICY.matcher(only(response, "RateLimit-Policy"));
        Matcher limit = LIMIT.matcher(only(response, "RateLimit"));
        return policy.matches() && limit.matches()
                ? Optional.of(
                        new LimitHeaders(number(policy, 1), number(policy, 2), number(limit, 1), number(limit, 2)))
                : Optional.empty();
    }

    /** The seconds of Retry-After; empty where there are none. */
    static Optional<Long> retryAfter(Response response) {
        String value = only(response, "Retry-After");
        return value.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }

    private static String only(Response response, String name) {
        var values = response.headers(name);
        return values.size() == 1 ? values.get(0) : "";
    }

    private static long number(Matcher matcher, int group) {
        return Long.parseLong(matcher.group(group));
    }
}
