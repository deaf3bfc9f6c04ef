package dev.hauberk.servlet.path;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request whose headers name no other method and no other path than its request line. */
final class PlainRequest extends HttpServletRequestWrapper {
    private static final Set<String> HIDDEN =
            Set.of("x-http-method-override", "x-http-method", "x-method-override", "x-original-url", "x-rewrite-url");

    private PlainRequest(HttpServletRequest request) {
        super(request);
    }

    /** The request itself, where it has no such header. */
    static HttpServletRequest of(HttpServletRequest request) {
        return HIDDEN.stream().anyMatch(name -> request.getHeader(name) != null) ? new PlainRequest(request) : request;
    }

    private static boolean isHidden(String name) {
        return HIDDEN.contains(name.toLowerCase(Locale.ROOT));
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
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(PlainRequest::isHidden);
        return Collections.enumeration(names);
    }
}
