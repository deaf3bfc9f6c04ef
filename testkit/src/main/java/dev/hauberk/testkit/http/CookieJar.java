package dev.hauberk.testkit.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cookies of one client. It keeps {@code Secure} and {@code __Host-} cookies over plain HTTP too, since what is attacked
 * is a test server, and refuses what a browser would refuse. Paths and dates are not looked at. Not thread-safe.
 */
public final class CookieJar {
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Takes in what an answer sets. */
    public void take(Response response) {
        for (SetCookie cookie : SetCookie.of(response)) {
            if (!cookie.isKept()) {
                continue;
            }
            if (cookie.removes()) {
                cookies.remove(cookie.name());
            } else {
                cookies.put(cookie.name(), cookie.value());
            }
        }
    }

    /** The value of the Cookie header; empty where there are none. */
    public String header() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    /** What is in it, in the order of arrival. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(cookies));
    }

    /** A jar of its own that holds the same. */
    public CookieJar copy() {
        CookieJar copy = new CookieJar();
        copy.cookies.putAll(cookies);
        return copy;
    }
}
