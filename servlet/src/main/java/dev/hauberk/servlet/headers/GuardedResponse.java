package dev.hauberk.servlet.headers;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response on which the policy's headers cannot be set, added or lost. */
final class GuardedResponse extends HttpServletResponseWrapper {
    private final HeaderSet headers;

    GuardedResponse(HttpServletResponse response, HeaderSet headers) {
        super(response);
        this.headers = headers;
    }

    /** Writes every header; what was set before our turn is replaced. */
    void write() {
        headers.writeTo(super::setHeader);
    }

    @Override
    public void reset() {
        super.reset();
        write();
    }

    @Override
    public void setHeader(String name, String value) {
        if (!headers.owns(name)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!headers.owns(name)) {
            super.addHeader(name, value);
        }
    }

    @Override
    public void setDateHeader(String name, long date) {
        if (!headers.owns(name)) {
            super.setDateHeader(name, date);
        }
    }

    @Override
    public void addDateHeader(String name, long date) {
        if (!headers.owns(name)) {
            super.addDateHeader(name, date);
        }
    }

    @Override
    public void setIntHeader(String name, int value) {
        if (!headers.owns(name)) {
            super.setIntHeader(name, value);
        }
    }

    @Override
    public void addIntHeader(String name, int value) {
        if (!headers.owns(name)) {
            super.addIntHeader(name, value);
        }
    }
}
