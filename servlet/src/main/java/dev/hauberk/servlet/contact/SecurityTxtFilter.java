package dev.hauberk.servlet.contact;

import dev.hauberk.policy.ContactPolicy;
import dev.hauberk.policy.SecurityPolicy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code GET} and {@code HEAD} of {@code /.well-known/security.txt} (INC-4, RFC 9116) with or without a login, and makes no
 * session. Everything else goes on, and so does this path where the policy names no contact.
 *
 * <p>Registered behind the headers and before all that limits, authenticates or strips. The path counts from the context's root: an
 * application that is not at the root of its host needs its host to answer. Thread-safe.
 */
public final class SecurityTxtFilter implements Filter {
    /** The path of RFC 9116, section 3. */
    public static final String PATH = "/.well-known/security.txt";

    private final byte @Nullable [] text;

    private SecurityTxtFilter(ContactPolicy policy) {
        this.text = SecurityTxt.of(policy)
                .map(file -> file.getBytes(StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** A filter for a section. */
    public static SecurityTxtFilter of(ContactPolicy policy) {
        return new SecurityTxtFilter(policy);
    }

    /** A filter for a policy. */
    public static SecurityTxtFilter of(SecurityPolicy policy) {
        return new SecurityTxtFilter(policy.contacts());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] file = text;
        if (file == null || !isAsked((HttpServletRequest) request)) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setContentType("text/plain; charset=utf-8");
        answer.setContentLength(file.length);
        if (((HttpServletRequest) request).getMethod().equals("GET")) {
            answer.getOutputStream().write(file);
        }
    }

    private static boolean isAsked(HttpServletRequest request) {
        String below = request.getPathInfo();
        String path = below == null ? request.getServletPath() : request.getServletPath() + below;
        return path.equals(PATH)
                && request.getDispatcherType() == DispatcherType.REQUEST
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }
}
