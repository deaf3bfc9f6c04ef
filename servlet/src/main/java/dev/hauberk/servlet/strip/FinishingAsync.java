package dev.hauberk.servlet.strip;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Asynchronous work that finishes the stripped response before the container completes its own. */
final class FinishingAsync implements AsyncContext {
    private final AsyncContext async;
    private final StrippedResponse response;

    FinishingAsync(AsyncContext async, StrippedResponse response) {
        this.async = async;
        this.response = response;
    }

    @Override
    public void complete() {
        try {
            response.finish();
        } catch (IOException e) {
            // The document is broken and its head has left: a dispatch runs into the filter, which throws, and the
            // container
            // ends the connection. Completing would make it look whole.
            async.getRequest().setAttribute(StripFilter.BROKEN, true);
            async.dispatch();
            return;
        }
        async.complete();
    }

    @Override
    public void dispatch() {
        async.dispatch();
    }

    @Override
    public void dispatch(String path) {
        async.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext context, String path) {
        async.dispatch(context, path);
    }

    @Override
    public void start(Runnable task) {
        async.start(task);
    }

    @Override
    public ServletRequest getRequest() {
        return async.getRequest();
    }

    @Override
    public ServletResponse getResponse() {
        return async.getResponse();
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return async.hasOriginalRequestAndResponse();
    }

    @Override
    public void addListener(AsyncListener listener) {
        async.addListener(listener);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse answered) {
        async.addListener(listener, request, answered);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return async.createListener(type);
    }

    @Override
    public void setTimeout(long milliseconds) {
        async.setTimeout(milliseconds);
    }

    @Override
    public long getTimeout() {
        return async.getTimeout();
    }
}
