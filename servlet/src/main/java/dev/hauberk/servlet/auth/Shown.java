package dev.hauberk.servlet.auth;

import dev.hauberk.policy.TokenPolicy.Carrier;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a request shows to say who is asking. */
sealed interface Shown {
    /** Nothing. */
    record Nothing() implements Shown {}

    /** One access token, by the carrier that the policy names; nothing is known of it yet. */
    record Token(String text) implements Shown {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** Two credentials, one of another kind, one by another carrier, or one that is none. */
    record Unacceptable() implements Shown {}

    /** RFC 6750 (2.1); a comma, a space or a second token is no part of one. */
    Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] ([A-Za-z0-9._~+/-]{1,8192}=*)");

    /** RFC 6750 (2.3) knows the first; nobody may put a token where logs and histories keep it. */
    Set<String> QUERY = Set.of("access_token", "refresh_token", "id_token");

    /** What a request shows. */
    static Shown by(HttpServletRequest request, Carrier carrier) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        List<String> access = CookieHeader.values(request, SessionCookies.ACCESS);
        List<String> refresh = CookieHeader.values(request, SessionCookies.REFRESH);
        int shown = headers.size() + access.size();
        if (shown > 1 || refresh.size() > 1 || isInQuery(request.getQueryString())) {
            return new Unacceptable();
        }
        if (shown == 0) {
            return new Nothing();
        }
        return switch (carrier) {
            case COOKIE -> access.isEmpty() ? new Unacceptable() : new Token(access.get(0));
            case BODY -> headers.isEmpty() ? new Unacceptable() : bearer(headers.get(0));
        };
    }

    private static Shown bearer(String header) {
        Matcher matcher = BEARER.matcher(header);
        return matcher.matches() ? new Token(matcher.group(1)) : new Unacceptable();
    }

    private static boolean isInQuery(@Nullable String query) {
        return query != null
                && Arrays.stream(query.split("&", -1))
                        .map(pair -> pair.indexOf('=') < 0 ? pair : pair.substring(0, pair.indexOf('=')))
                        .anyMatch(name -> QUERY.contains(decoded(name)));
    }

    /** What is not well encoded is another name, to whoever reads it. */
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
