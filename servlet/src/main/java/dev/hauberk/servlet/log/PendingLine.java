package dev.hauberk.servlet.log;

import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A line that is written once, when its response is complete, on whichever thread that happens. */
final class PendingLine implements AsyncListener {
    private static final int INTERNAL_ERROR = 500;

    private final HttpServletResponse response;
    private final Exchange exchange;
    private final InstantSource clock;
    private final RequestLine line;
    private final SafeSink sink;
    private final Instant began;
    private final String method;
    private final @Nullable String agent;
    private final AtomicBoolean written = new AtomicBoolean();
    private volatile boolean failed;

    PendingLine(
            HttpServletRequest request,
            HttpServletResponse response,
            Exchange exchange,
            InstantSource clock,
            RequestLine line,
            SafeSink sink) {
        this.response = response;
        this.exchange = exchange;
        this.clock = clock;
        this.line = line;
        this.sink = sink;
        this.began = clock.instant();
        // Read now: a container may use the request object again once the response is complete.
        this.method = request.getMethod();
        this.agent = request.getHeader("User-Agent");
    }

    /** The response is complete. */
    void complete() {
        if (written.compareAndSet(false, true)) {
            // What failed before the response was committed becomes a 500, which the container writes after us.
            int status = failed && !response.isCommitted() ? INTERNAL_ERROR : response.getStatus();
            sink.write(
                    line.of(exchange, began, Duration.between(began, clock.instant()), method, status, failed, agent));
        }
    }

    /** An exception left the filters. */
    void fail() {
        failed = true;
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        failed = true;
    }

    @Override
    public void onError(AsyncEvent event) {
        failed = true;
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // A dispatch that starts another cycle drops the listeners of the one before.
        event.getAsyncContext().addListener(this);
    }
}
