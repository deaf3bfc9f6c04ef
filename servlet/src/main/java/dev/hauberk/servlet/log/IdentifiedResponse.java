package dev.hauberk.servlet.log;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response that carries our request id, also after a reset. */
final class IdentifiedResponse extends HttpServletResponseWrapper {
    private static final String NAME = "X-Request-Id";

    private final String requestId;

    IdentifiedResponse(HttpServletResponse response, String requestId) {
        super(response);
        this.requestId = requestId;
        response.setHeader(NAME, requestId);
    }

    @Override
    public void reset() {
        super.reset();
        super.setHeader(NAME, requestId);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!name.equalsIgnoreCase(NAME)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(NAME)) {
            super.addHeader(name, value);
        }
    }
}
