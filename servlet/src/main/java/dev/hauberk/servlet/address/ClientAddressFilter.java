package dev.hauberk.servlet.address;

import dev.hauberk.policy.Cidr;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;

/**
 * Says where a request comes from (HTTP-7): the peer, or, where the peer is a trusted proxy, the right-most hop of
 * {@code X-Forwarded-For} that is no trusted proxy itself. It never refuses; what is malformed means the peer.
 *
 * <p>The application's request then has that address, and the scheme and the host that a trusted proxy gave. Every forwarding
 * header is hidden from the application, so that nothing resolves one again: {@code Forwarded}, {@code X-Forwarded-*}, {@code X-Real-IP},
 * {@code CF-Connecting-IP} and their like. The same result is in the {@link Exchange}.
 *
 * <p>Not guaranteed: anything about what a trusted proxy passes on unseen. It must append the address that it sees to {@code X-Forwarded-For}
 * (or replace the header), and replace or remove a client's {@code X-Forwarded-Proto} and {@code X-Forwarded-Host}. Thread-safe.
 */
public final class ClientAddressFilter implements Filter {
    private final TrustedProxies proxies;

    private ClientAddressFilter(Collection<Cidr> proxies) {
        this.proxies = new TrustedProxies(proxies);
    }

    /** A filter that believes these proxies; none means that the peer is always the client. */
    public static ClientAddressFilter of(Collection<Cidr> proxies) {
        return new ClientAddressFilter(proxies);
    }

    /** A filter that believes the proxies of a policy. */
    public static ClientAddressFilter of(SecurityPolicy policy) {
        return new ClientAddressFilter(policy.proxies());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Exchange exchange = Exchange.of(asked);
        boolean forwarded = proxies.trust(exchange.peer());
        if (forwarded) {
            exchange.resolveAddress(proxies.client(exchange.peer(), asked.getHeaders("X-Forwarded-For")));
        }
        chain.doFilter(
                new ResolvedRequest(asked, exchange.address(), forwarded ? Origin.forwarded(asked) : Origin.of(asked)),
                response);
    }
}
