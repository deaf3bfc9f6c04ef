package dev.hauberk.servlet.strip;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.data.FieldCatalogue;
import dev.hauberk.policy.PathPattern;
import dev.hauberk.policy.ResponsePolicy;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.exchange.Exchange;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes sensitive members out of every JSON response, on the stream (HTTP-4).
 *
 * <p>Guaranteed: no member of a name that the policy lists or the catalogue restricts leaves in JSON, at any depth, whichever way its name is escaped, in case,
 * hyphens and underscores, within strings that are JSON, from a stream or a writer, also asynchronously. What is neither JSON nor of a type in
 * {@code pass} is replaced by a 500, and so is JSON that the application encoded, cut into a part, or that is not valid. A document that
 * turns out invalid after its first 64 KB ends the connection. Memory for a response is at most those 64 KB and its longest string (4 MB).
 *
 * <p>A type in {@code pass} does not let JSON through: what begins as a document, and is one, is stripped whatever its type says, since a client can
 * choose that by {@code Accept}. A request for several ranges is answered with the whole.
 *
 * <p>The application's Content-Length is replaced, a strong ETag becomes weak, and flushing does nothing before 64 KB are written. Not
 * guaranteed: a secret under a harmless name, in a type that passes, on an exempt path, or in what the library itself answers.
 *
 * <p>Registered as the innermost filter, for the dispatcher types REQUEST, ASYNC and ERROR. Only enforced when its mode is. Thread-safe.
 */
public final class StripFilter implements Filter {
    static final String BROKEN = StripFilter.class.getName() + ".broken";

    private final FieldNames names;
    private final MediaTypes types;
    private final List<PathPattern> exempt;
    private final boolean enforced;

    private StripFilter(ResponsePolicy policy, Set<String> restricted, Mode mode) {
        Set<String> stripped = new HashSet<>(policy.strip());
        stripped.addAll(restricted);
        this.names = new FieldNames(stripped);
        this.types = new MediaTypes(policy.pass());
        this.exempt = policy.exempt().stream().map(PathPattern::parse).toList();
        this.enforced = mode == Mode.ENFORCE;
    }

    /** A filter for a section. */
    public static StripFilter of(ResponsePolicy policy) {
        return new StripFilter(policy, Set.of(), Mode.ENFORCE);
    }

    /** A filter for a policy, in the mode that it sets. */
    public static StripFilter of(SecurityPolicy policy) {
        return new StripFilter(policy.responses(), Set.of(), policy.mode(Control.HTTP_4));
    }

    /** A filter for a policy, which also strips the members that a catalogue restricts (DATA-1). */
    public static StripFilter of(SecurityPolicy policy, FieldCatalogue fields) {
        return new StripFilter(policy.responses(), fields.restricted(), policy.mode(Control.HTTP_4));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (asked.getAttribute(BROKEN) != null) {
            throw new IOException("the response was ended: its document is broken");
        }
        String path = Exchange.of(asked).path();
        if (!enforced || exempt.stream().anyMatch(pattern -> pattern.matches(path))) {
            chain.doFilter(request, response);
            return;
        }
        // An asynchronous dispatch brings the response of the dispatch before it along.
        StrippedResponse present = find(response);
        StrippedResponse stripped =
                present == null ? new StrippedResponse(asked, (HttpServletResponse) response, names, types) : present;
        chain.doFilter(new StrippedRequest(asked, stripped), present == null ? stripped : response);
        if (!asked.isAsyncStarted()) {
            stripped.finish();
        }
    }

    private static @Nullable StrippedResponse find(ServletResponse response) {
        ServletResponse unwrapped = response;
        while (unwrapped instanceof ServletResponseWrapper wrapper) {
            if (unwrapped instanceof StrippedResponse stripped) {
                return stripped;
            }
            unwrapped = wrapper.getResponse();
        }
        return null;
    }
}
