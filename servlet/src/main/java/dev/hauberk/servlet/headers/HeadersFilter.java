package dev.hauberk.servlet.headers;

import dev.hauberk.policy.HeaderPolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.exchange.AsyncRequest;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Writes the policy's headers before anything can commit the response, and again after a reset (HTTP-1, HTTP-2, HTTP-3).
 *
 * <p>Each header is there exactly once and has the policy's value, whatever the application sets or adds in any case of its
 * name. Registered for the dispatcher types REQUEST, ASYNC and ERROR, the first or second of all filters. Not guaranteed: what
 * a container answers before any filter (see the packages for Tomcat and Jetty), and what code does that unwraps the
 * container's own response. Thread-safe.
 */
public final class HeadersFilter implements Filter {
    private final ResponseHeaders headers;

    private HeadersFilter(ResponseHeaders headers) {
        this.headers = headers;
    }

    /** A filter for a section, everything enforced. */
    public static HeadersFilter of(HeaderPolicy policy) {
        return new HeadersFilter(ResponseHeaders.of(policy));
    }

    /** A filter for a policy, in the modes that it sets. */
    public static HeadersFilter of(SecurityPolicy policy) {
        return new HeadersFilter(ResponseHeaders.of(policy));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        GuardedResponse guarded = new GuardedResponse(
                (HttpServletResponse) response, headers.of(Exchange.of(asked).path()));
        guarded.write();
        chain.doFilter(new AsyncRequest(asked, guarded), guarded);
    }
}
