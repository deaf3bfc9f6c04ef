package dev.hauberk.servlet.origin;

import dev.hauberk.policy.OriginPolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
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
        if (isTwice(request, "Origin") || isTwice(request, "Sec-Fetch-Site")) {
            return FOREIGN;
        }
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

    /** Which of the two holds is for nobody to say. */
    private static boolean isTwice(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).size() > 1;
    }

    /**
     * Behind a proxy that ends TLS and is not named in {@code proxies} the origin is https where we see http; the other way
     * round it is somebody else's.
     */
    private static boolean isOwn(String origin, HttpServletRequest request) {
        String scheme = request.getScheme();
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        int port = request.getServerPort();
        return origin.equals(origin(scheme, name, port))
                || origin.equals(scheme + "://" + name + ":" + port)
                || scheme.equals("http") && origin.equals(origin("https", name, port == 80 ? 443 : port));
    }

    /** As browsers write it (RFC 6454, section 6.2). */
    private static String origin(String scheme, String name, int port) {
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + name + (usual ? "" : ":" + port);
    }
}
