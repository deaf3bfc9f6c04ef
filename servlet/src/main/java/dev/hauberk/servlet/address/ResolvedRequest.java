package dev.hauberk.servlet.address;

import dev.hauberk.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose address, scheme and host are resolved, and whose forwarding headers nobody sees. */
final class ResolvedRequest extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN = Set.of(
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "cf-connecting-ipv6",
            "cf-pseudo-ipv4",
            "fastly-client-ip",
            "fly-client-ip",
            "x-appengine-user-ip",
            "x-original-forwarded-for",
            "x-original-host",
            "x-host",
            "x-azure-clientip",
            "x-azure-socketip");

    private final ClientAddress address;
    private final Origin origin;

    ResolvedRequest(HttpServletRequest request, ClientAddress address, Origin origin) {
        super(request);
        this.address = address;
        this.origin = origin;
    }

    private static boolean isHidden(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.startsWith("x-forwarded") || HIDDEN.contains(folded);
    }

    @Override
    public String getRemoteAddr() {
        return address.text();
    }

    /** The address: no name server is asked. */
    @Override
    public String getRemoteHost() {
        return address.text();
    }

    @Override
    public String getScheme() {
        return origin.scheme();
    }

    @Override
    public boolean isSecure() {
        return origin.isSecure();
    }

    @Override
    public String getServerName() {
        return origin.host();
    }

    @Override
    public int getServerPort() {
        return origin.port();
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(origin.url()).append(getRequestURI());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !isHidden(name))
                .toList());
    }

    @Override
    public int getIntHeader(String name) {
        return isHidden(name) ? -1 : super.getIntHeader(name);
    }

    @Override
    public long getDateHeader(String name) {
        return isHidden(name) ? -1 : super.getDateHeader(name);
    }
}
