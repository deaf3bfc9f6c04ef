package dev.hauberk.spring.security;

import dev.hauberk.Caller;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/** Hands our caller to Spring Security's context, for this request and nothing else. */
final class CallerContextFilter extends OncePerRequestFilter {
    private final SecurityContextRepository repository;
    private final AccessPolicy access;

    CallerContextFilter(SecurityContextRepository repository, AccessPolicy access) {
        this.repository = repository;
        this.access = access;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller caller = Exchange.of(request).caller();
        if (!caller.isAnonymous()) {
            CallerAuthentication authentication = CallerAuthentication.of(caller, access.permissions(caller));
            repository.saveContext(new SecurityContextImpl(authentication), request, response);
        }
        chain.doFilter(request, response);
    }
}
