package dev.hauberk.servlet.auth;

import dev.hauberk.CallerScope;
import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.identity.session.Authenticated;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.policy.TokenPolicy.Carrier;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Predicate;

/**
 * Says who is asking (AUTHN-9): whoever holds a session by the one carrier that the policy names, and nobody else.
 *
 * <p>A request that shows nothing goes on as nobody's. One that shows what does not hold is refused: it is forged, expired, ended,
 * of another kind, or one of two, and the answer is the same for all. Two exceptions go on as nobody's: the calls that make
 * credentials, and a request for a public route with one cookie that no longer holds, since a browser sends it by itself and would be
 * locked out of the page on which to sign in. The caller is open on the thread for the rest of the request, in every later dispatch too.
 */
public final class Authenticate extends Step {
    private final Sessions sessions;
    private final Carrier carrier;
    private final CallerScope callers;
    private final Predicate<HttpServletRequest> makesCredentials;
    private final Predicate<HttpServletRequest> isPublic;

    private Authenticate(
            Sessions sessions,
            Carrier carrier,
            CallerScope callers,
            Predicate<HttpServletRequest> makesCredentials,
            Predicate<HttpServletRequest> isPublic,
            Mode mode,
            Refusals refusals) {
        super(Control.AUTHN_9, mode, refusals);
        this.sessions = sessions;
        this.carrier = carrier;
        this.callers = callers;
        this.makesCredentials = makesCredentials;
        this.isPublic = isPublic;
    }

    /**
     * The step, carried out as AUTHN-9 is.
     *
     * @param callers where the caller is open while the request runs
     * @param makesCredentials which requests are for whoever has no credential any more: sign-in and refresh
     * @param isPublic which requests a rule leaves to anybody
     */
    public static Authenticate of(
            Sessions sessions,
            Carrier carrier,
            CallerScope callers,
            Predicate<HttpServletRequest> makesCredentials,
            Predicate<HttpServletRequest> isPublic,
            Mode mode,
            Refusals refusals) {
        return new Authenticate(sessions, carrier, callers, makesCredentials, isPublic, mode, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        Shown shown = Shown.by(request, carrier);
        if (shown instanceof Shown.Nothing) {
            return pass(request);
        }
        if (shown instanceof Shown.Token token
                && sessions.authenticate(token.text(), Exchange.of(request).address())
                        instanceof Authenticated.Known known) {
            Exchange.of(request).authenticate(known.caller());
            return pass(request);
        }
        if (shown instanceof Shown.Token && carrier == Carrier.COOKIE && isPublic.test(request)) {
            response.addHeader("Set-Cookie", SessionCookies.clear(SessionCookies.ACCESS));
            return pass(request);
        }
        return makesCredentials.test(request) ? pass(request) : refuse(request);
    }

    @Override
    protected Verdict again(HttpServletRequest request, HttpServletResponse response) {
        return pass(request);
    }

    @Override
    protected void handOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (CallerScope.Opened opened = callers.open(Exchange.of(request).caller())) {
            chain.doFilter(request, response);
        }
    }

    private static Verdict pass(HttpServletRequest request) {
        return new Verdict.Pass(new CallerRequest(request, Exchange.of(request).caller()));
    }

    /**
     * A cookie that no longer holds is taken back; only where it was sent, so that a link on another site, with which it is not
     * sent, ends nobody's session.
     */
    private Verdict refuse(HttpServletRequest request) {
        Decision.Denied denied = new Decision.Denied(
                Control.AUTHN_9, "authentication", Reason.CREDENTIAL, "one credential that holds, or none at all");
        return new Verdict.Refuse(
                denied,
                challenge(request),
                new CallerRequest(request, Exchange.of(request).caller()));
    }

    private Problem challenge(HttpServletRequest request) {
        Problem problem = Problem.of(ProblemCode.UNAUTHENTICATED);
        if (carrier == Carrier.BODY) {
            return problem.withHeader("WWW-Authenticate", "Bearer");
        }
        return CookieHeader.values(request, SessionCookies.ACCESS).isEmpty()
                ? problem
                : problem.withHeader("Set-Cookie", SessionCookies.clear(SessionCookies.ACCESS));
    }
}
