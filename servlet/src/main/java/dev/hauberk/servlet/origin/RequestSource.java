package dev.hauberk.servlet.origin;

import dev.hauberk.policy.OriginPolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which site a browser says that a request comes from. Scripts cannot set what it is read from. */
public enum RequestSource {
    /** The same origin, or one that the policy lets send cookies. */
    TRUSTED,
    /** Another origin, a sub-domain, a document without an origin, or what cannot be told. */
    FOREIGN,
    /** No browser that is in use sends an unsafe request without saying it. */
    UNSAID;

    /**
     * Where a request comes from, by {@code Sec-Fetch-Site} (W3C Fetch Metadata) where there is one, and by {@code Origin}
     * where there is not.
     */
    public static RequestSource of(HttpServletRequest request, OriginPolicy policy) {
        @Nullable String origin = request.getHeader("Origin");
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        if (origin != null && policy.credentials() && policy.allow().contains(origin)) {
            return TRUSTED;
        }
        if ("null".equals(origin)) {
            return FOREIGN;
        }
        if (site != null) {
            return site.equals("same-origin") ? TRUSTED : FOREIGN;
        }
        if (origin != null) {
            return isOwn(origin, request) ? TRUSTED : FOREIGN;
        }
        return UNSAID;
    }

    /** Behind a proxy that ends TLS the origin is https where we see http; the other way round it is somebody else's. */
    private static boolean isOwn(String origin, HttpServletRequest request) {
        String host = request.getHeader("Host") == null
                ? ""
                : request.getHeader("Host").toLowerCase(Locale.ROOT);
        boolean secure = withoutPort(host, ":443").equals(withoutPort(after(origin, "https://"), ":443"));
        boolean plain = request.getScheme().equals("http")
                && withoutPort(host, ":80").equals(withoutPort(after(origin, "http://"), ":80"));
        return !host.isEmpty() && (secure || plain);
    }

    private static String after(String origin, String scheme) {
        return origin.startsWith(scheme) ? origin.substring(scheme.length()) : "";
    }

    private static String withoutPort(String authority, String port) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
