package dev.hauberk.servlet.log;

import dev.hauberk.redact.Redactor;
import dev.hauberk.servlet.exchange.AsyncRequest;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Gives each request an id, and writes one redacted line of JSON when its response is complete (AUDIT-2, PII-1), also when it
 * is asynchronous or fails.
 *
 * <p>The line holds no query, no header but the user agent, no body, and of the client's address only the network: /24 for IPv4 and
 * /48 for IPv6. The id is random and made here; {@code X-Request-Id} of a request is not looked at, and that of the response is
 * ours. A sink that fails never fails a request.
 *
 * <p>Registered as the first of all filters, for the dispatcher types REQUEST, ASYNC and ERROR. Not guaranteed: a line for what a
 * container answers before any filter. Thread-safe.
 */
public final class RequestLogFilter implements Filter {
    private final RequestLine line;
    private final SafeSink sink;
    private final InstantSource clock;

    private RequestLogFilter(Redactor redactor, LineSink sink, InstantSource clock) {
        this.line = new RequestLine(redactor);
        this.sink = new SafeSink(sink);
        this.clock = clock;
    }

    /** A filter that writes what a redactor leaves to a sink. */
    public static RequestLogFilter of(Redactor redactor, LineSink sink, InstantSource clock) {
        return new RequestLogFilter(redactor, sink, clock);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Exchange exchange = Exchange.of(asked);
        IdentifiedResponse identified = new IdentifiedResponse((HttpServletResponse) response, exchange.requestId());
        if (asked.getDispatcherType() == DispatcherType.REQUEST) {
            log(asked, identified, exchange, chain);
        } else {
            chain.doFilter(new AsyncRequest(asked, identified), identified);
        }
    }

    private void log(HttpServletRequest asked, IdentifiedResponse response, Exchange exchange, FilterChain chain)
            throws IOException, ServletException {
        PendingLine pending = new PendingLine(asked, response, exchange, clock, line, sink);
        boolean returned = false;
        try {
            chain.doFilter(new AsyncRequest(asked, response), response);
            returned = true;
        } finally {
            if (!returned) {
                pending.fail();
            } else if (asked.isAsyncStarted()) {
                asked.getAsyncContext().addListener(pending);
            } else {
                pending.complete();
            }
        }
    }
}
