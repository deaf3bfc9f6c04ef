package dev.hauberk.servlet.strip;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

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
}
