package dev.hauberk.servlet.exchange;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A request whose {@code startAsync()} goes on with the wrapped response. Without it the container would hand out its own
 * response, past every wrapper of the filters.
 */
public class AsyncRequest extends HttpServletRequestWrapper {
    private final HttpServletResponse response;

    /** A request that belongs to a response. */
    public AsyncRequest(HttpServletRequest request, HttpServletResponse response) {
        super(request);
        this.response = response;
    }

    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }
}
