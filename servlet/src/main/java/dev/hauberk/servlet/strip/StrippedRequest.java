package dev.hauberk.servlet.strip;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** A request whose asynchronous work ends with the stripped response. */
final class StrippedRequest extends HttpServletRequestWrapper {
    private final StrippedResponse response;

    StrippedRequest(HttpServletRequest request, StrippedResponse response) {
        super(request);
        this.response = response;
    }

    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest asked, ServletResponse answered) {
        return new FinishingAsync(super.startAsync(asked, answered), response);
    }

    @Override
    public AsyncContext getAsyncContext() {
        return new FinishingAsync(super.getAsyncContext(), response);
    }

    /** Several parts in one body have a type that nobody can look into; a server may answer with the whole (RFC 9110, section 14.2). */
    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        return value != null && isSeveralRanges(name, value) ? null : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        String value = super.getHeader(name);
        return value != null && isSeveralRanges(name, value) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isSeveralRanges(String name, String value) {
        return name.equalsIgnoreCase("Range") && value.indexOf(',') >= 0;
    }
}
