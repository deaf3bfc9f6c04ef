package dev.hauberk.servlet.auth;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Reads cookies as they were sent: containers drop some and merge others, and two of one name must be seen. */
final class CookieHeader {
    private CookieHeader() {}

    /** Every value of a cookie, as it was sent. */
    static List<String> values(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders("Cookie")).stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(String::strip)
                .filter(pair -> pair.startsWith(name)
                        && pair.substring(name.length()).strip().startsWith("="))
                .map(pair -> pair.substring(pair.indexOf('=') + 1).strip())
                .toList();
    }
}
