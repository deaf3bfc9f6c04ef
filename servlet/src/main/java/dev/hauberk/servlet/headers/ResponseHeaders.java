package dev.hauberk.servlet.headers;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.HeaderPolicy;
import dev.hauberk.policy.PathPattern;
import dev.hauberk.policy.SecurityPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which response headers a path has, as the policy says (HTTP-1, HTTP-2, HTTP-3). Immutable and thread-safe.
 *
 * <p>A control in shadow mode changes nothing for the client: HTTP-2 then sends its policy as Report-Only, HTTP-1 and HTTP-3 send
 * nothing. A disabled one leaves its headers to the application.
 */
public final class ResponseHeaders {
    private final Map<String, String> everywhere;
    private final String defaultContentSecurityPolicy;
    private final List<Page> pages;
    private final List<PathPattern> cacheable;
    private final Mode contentSecurity;
    private final Mode caching;

    private ResponseHeaders(HeaderPolicy policy, Map<Control, Mode> modes) {
        this.everywhere = modes.getOrDefault(Control.HTTP_1, Mode.ENFORCE) == Mode.ENFORCE ? fixed(policy) : Map.of();
        this.contentSecurity = modes.getOrDefault(Control.HTTP_2, Mode.ENFORCE);
        this.caching = modes.getOrDefault(Control.HTTP_3, Mode.ENFORCE);
        this.defaultContentSecurityPolicy = policy.contentSecurityPolicy();
        this.pages = policy.pages().stream()
                .map(page -> new Page(PathPattern.parse(page.path()), page.contentSecurityPolicy()))
                .toList();
        this.cacheable = policy.cacheable().stream().map(PathPattern::parse).toList();
    }

    /** The headers of a section, all enforced. */
    public static ResponseHeaders of(HeaderPolicy policy) {
        return new ResponseHeaders(policy, Map.of());
    }

    /** The headers of a policy, in the modes that it sets. */
    public static ResponseHeaders of(SecurityPolicy policy) {
        return new ResponseHeaders(policy.headers(), policy.modes());
    }

    /** The headers of a path within the context, decoded and normalised. */
    public HeaderSet of(String path) {
        Map<String, String> values = new LinkedHashMap<>(everywhere);
        Set<String> owned = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        owned.addAll(values.keySet());
        if (contentSecurity != Mode.DISABLED) {
            String name = "Content-Security-Policy";
            values.put(contentSecurity == Mode.SHADOW ? name + "-Report-Only" : name, contentSecurityPolicy(path));
            owned.addAll(List.of(name, name + "-Report-Only"));
        }
        if (caching == Mode.ENFORCE && cacheable.stream().noneMatch(pattern -> pattern.matches(path))) {
            values.put("Cache-Control", "no-store");
            owned.addAll(List.of("Cache-Control", "Expires", "Pragma"));
        }
        return new HeaderSet(values, owned);
    }

    private String contentSecurityPolicy(String path) {
        return pages.stream()
                .filter(page -> page.path.matches(path))
                .findFirst()
                .map(Page::contentSecurityPolicy)
                .orElse(defaultContentSecurityPolicy);
    }

    private static Map<String, String> fixed(HeaderPolicy policy) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("Strict-Transport-Security", policy.strictTransportSecurity());
        values.put("X-Content-Type-Options", policy.contentTypeOptions());
        values.put("X-Frame-Options", policy.frameOptions());
        values.put("Referrer-Policy", policy.referrerPolicy());
        values.put("Permissions-Policy", policy.permissionsPolicy());
        values.put("X-XSS-Protection", policy.xssProtection());
        values.put("Cross-Origin-Resource-Policy", policy.crossOriginResourcePolicy());
        return values;
    }

    private record Page(PathPattern path, String contentSecurityPolicy) {}
}
