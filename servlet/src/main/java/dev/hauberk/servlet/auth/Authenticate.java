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
 * <p>A request that shows nothing goes on as nobody's. One that shows what does not hold is refused wherever it goes, except by the
 * calls that make credentials: it is forged, expired, ended, of another kind, or one of two, and the answer is the same for
 * all. The caller is open on the thread for the rest of the request, in every later dispatch too.
 */
public final class Authenticate extends Step {
    private final Sessions sessions;
    private final Carrier carrier;
    private final CallerScope callers;
    private final Predicate<HttpServletRequest> makesCredentials;

    private Authenticate(
            Sessions sessions,
            Carrier carrier,
            CallerScope callers,
            Predicate<HttpServletRequest> makesCredentials,
            Mode mode,
            Refusals refusals) {
        super(Control.AUTHN_9, mode, refusals);
        this.sessions = sessions;
        this.carrier = carrier;
        this.callers = callers;
        this.makesCredentials = makesCredentials;
    }

    /**
     * The step, carried out as AUTHN-9 is.
     *
     * @param callers where the caller is open while the request runs
     * @param makesCredentials which requests are for whoever has no credential any more: sign-in and refresh
     */
    public static Authenticate of(
            Sessions sessions,
            Carrier carrier,
            CallerScope callers,
            Predicate<HttpServletRequest> makesCredentials,
            Mode mode,
            Refusals refusals) {
        return new Authenticate(sessions, carrier, callers, makesCredentials, mode, refusals);
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

    /** A cookie that no longer holds is taken back, so that a browser is not locked out of public pages by it. */
    private Verdict refuse(HttpServletRequest request) {
        Decision.Denied denied = new Decision.Denied(
                Control.AUTHN_9, "authentication", Reason.CREDENTIAL, "one credential that holds, or none at all");
        Problem problem = Problem.of(ProblemCode.UNAUTHENTICATED);
        return new Verdict.Refuse(
                denied,
                carrier == Carrier.COOKIE
                        ? problem.withHeader("Set-Cookie", SessionCookies.clear(SessionCookies.ACCESS))
                        : problem.withHeader("WWW-Authenticate", "Bearer"),
                new CallerRequest(request, Exchange.of(request).caller()));
    }
}
