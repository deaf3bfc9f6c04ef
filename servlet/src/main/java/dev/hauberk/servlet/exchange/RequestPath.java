package dev.hauberk.servlet.exchange;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The path that a client asked for, within the context. */
final class RequestPath {
    private RequestPath() {}

    static String of(HttpServletRequest request) {
        // An error that happened before any step: the dispatch is to the error page, the client asked for something
        // else.
        if (request.getDispatcherType() == DispatcherType.ERROR
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                && uri.startsWith(request.getContextPath())) {
            return uri.substring(request.getContextPath().length());
        }
        // A container that could not read a request line has neither.
        @Nullable String servlet = request.getServletPath();
        @Nullable String below = request.getPathInfo();
        return (servlet == null ? "" : servlet) + (below == null ? "" : below);
    }
}
