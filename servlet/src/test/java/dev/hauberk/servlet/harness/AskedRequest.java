package dev.hauberk.servlet.harness;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that was never sent, for tests that need no container: what it is not told, it does not know and says so. */
public final class AskedRequest {
    private final String method;
    private final String path;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();
    private final Map<String, @Nullable Object> attributes = new HashMap<>();
    private String peer = "127.0.0.1";

    private AskedRequest(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** A GET of a decoded path. */
    public static AskedRequest get(String path) {
        return new AskedRequest("GET", path);
    }

    /** The same from another peer. */
    public AskedRequest from(String address) {
        this.peer = address;
        return this;
    }

    /** The same with a header. */
    public AskedRequest with(String name, String... values) {
        headers.put(name.toLowerCase(Locale.ROOT), List.of(values));
        return this;
    }

    /** The request. */
    public HttpServletRequest asked() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                AskedRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, called, given) -> answer(called.getName(), given == null ? new Object[0] : given));
    }

    private @Nullable Object answer(String called, Object[] given) {
        return switch (called) {
            case "getMethod" -> method;
            case "getServletPath", "getRequestURI" -> path;
            case "getContextPath" -> "";
            case "getPathInfo", "getQueryString" -> null;
            case "getRemoteAddr" -> peer;
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getAttribute" -> attributes.get((String) given[0]);
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            case "getHeader" -> values(given[0]).stream().findFirst().orElse(null);
            case "getHeaders" -> Collections.enumeration(values(given[0]));
            case "getHeaderNames" -> Collections.enumeration(headers.keySet());
            default -> throw new UnsupportedOperationException(called);
        };
    }

    private List<String> values(Object name) {
        return headers.getOrDefault(((String) name).toLowerCase(Locale.ROOT), List.of());
    }
}
