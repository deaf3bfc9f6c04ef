package dev.hauberk.servlet.problem;

import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes problems as {@code application/problem+json} (RFC 9457).
 *
 * <p>What was set before is taken back, except the headers that say something about the request itself: its id, its limits,
 * its origin and the protocol's own. Cookies set before are taken back too; a problem that ends one carries it as a header.
 * Never cached. A response that is committed already cannot be changed and is left alone. Stateless and thread-safe.
 */
public final class Problems {
    /** The media type of every body. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final List<String> KEPT = List.of(
            "x-request-id",
            "retry-after",
            "www-authenticate",
            "vary",
            "allow",
            "connection",
            "x-ratelimit-",
            "ratelimit",
            "access-control-");

    private Problems() {}

    /** Writes the problem of a code. */
    public static boolean write(HttpServletRequest request, HttpServletResponse response, ProblemCode code)
            throws IOException {
        return write(request, response, Problem.of(code));
    }

    /**
     * Writes a problem.
     *
     * @return whether it was written; false where the response was committed before
     * @throws IOException where the client is gone
     */
    public static boolean write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return false;
        }
        Map<String, List<String>> kept = kept(response);
        response.reset();
        kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        problem.headers().forEach((name, values) -> {
            response.setHeader(name, values.get(0));
            values.stream().skip(1).forEach(value -> response.addHeader(name, value));
        });
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MEDIA_TYPE);
        byte[] body = problem.body(Exchange.of(request).requestId()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
        return true;
    }

    private static Map<String, List<String>> kept(HttpServletResponse response) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : response.getHeaderNames()) {
            String folded = name.toLowerCase(Locale.ROOT);
            if (KEPT.stream().anyMatch(folded::startsWith)) {
                kept.put(name, List.copyOf(response.getHeaders(name)));
            }
        }
        return kept;
    }
}
