package dev.hauberk.servlet.auth;

import dev.hauberk.Control;
import dev.hauberk.Credential;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.OriginPolicy;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.origin.RequestSource;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An unsafe request that carries one of our cookies, or can set one, is the caller's own wish (HTTP-6).
 *
 * <p>A browser says where it comes from, and that must be the same origin (or one that {@code origins} lets send cookies). A client
 * that says nothing is none of the browsers in use: with a session it sends back the token of {@code /auth/me} as
 * {@code X-CSRF-Token}; without one it may sign in by JSON, or use up its refresh token.
 *
 * <p>Only for applications whose tokens travel in cookies; no other request is sent by a browser on its own.
 */
public final class Csrf extends Step {
    /** The request header that carries the token. */
    public static final String HEADER = "X-CSRF-Token";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final OriginPolicy origins;
    private final CsrfTokens tokens;
    private final Predicate<HttpServletRequest> signsIn;
    private final Predicate<HttpServletRequest> setsCookies;

    private Csrf(
            OriginPolicy origins,
            CsrfTokens tokens,
            Predicate<HttpServletRequest> signsIn,
            Predicate<HttpServletRequest> setsCookies,
            Mode mode,
            Refusals refusals) {
        super(Control.HTTP_6, mode, refusals);
        this.origins = origins;
        this.tokens = tokens;
        this.signsIn = signsIn;
        this.setsCookies = setsCookies;
    }

    /**
     * The step, carried out as HTTP-6 is.
     *
     * @param signsIn which requests open a session by name and password
     * @param setsCookies which requests can set one of our cookies
     */
    public static Csrf of(
            OriginPolicy origins,
            CsrfTokens tokens,
            Predicate<HttpServletRequest> signsIn,
            Predicate<HttpServletRequest> setsCookies,
            Mode mode,
            Refusals refusals) {
        return new Csrf(origins, tokens, signsIn, setsCookies, mode, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        if (SAFE.contains(request.getMethod()) || !carriesCookie(request) && !setsCookies.test(request)) {
            return new Verdict.Pass(request);
        }
        boolean own = switch (RequestSource.of(request, origins)) {
            case TRUSTED -> true;
            case FOREIGN -> false;
            case UNSAID -> signsIn.test(request) ? isJson(request) : bringsToken(request);
        };
        return own ? new Verdict.Pass(request) : refuse(request);
    }

    private static boolean carriesCookie(HttpServletRequest request) {
        return !CookieHeader.values(request, SessionCookies.ACCESS).isEmpty()
                || !CookieHeader.values(request, SessionCookies.REFRESH).isEmpty();
    }

    /** No form and no script without a preflight can send this type. */
    private static boolean isJson(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private boolean bringsToken(HttpServletRequest request) {
        if (!(Exchange.of(request).caller().credential() instanceof Credential.Session session)) {
            return true;
        }
        @Nullable String token = request.getHeader(HEADER);
        return token != null && tokens.holds(token, session.id());
    }

    private static Verdict refuse(HttpServletRequest request) {
        Decision.Denied denied = new Decision.Denied(
                Control.HTTP_6, "cross-site", Reason.CROSS_SITE, "send it from the same origin, or with " + HEADER);
        return new Verdict.Refuse(denied, Problem.of(ProblemCode.CROSS_SITE), request);
    }
}
