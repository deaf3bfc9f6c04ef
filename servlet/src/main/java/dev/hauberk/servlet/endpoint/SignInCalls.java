package dev.hauberk.servlet.endpoint;

import dev.hauberk.ClientAddress;
import dev.hauberk.Decision;
import dev.hauberk.Reason;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.session.Authenticated;
import dev.hauberk.identity.session.Opened;
import dev.hauberk.identity.session.Refreshed;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.session.Tokens;
import dev.hauberk.identity.signin.SignIn;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.auth.SessionCookies;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.input.Checked;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls that make tokens. Each sign-in opens a session with an id of its own, whatever the client carried. */
final class SignInCalls {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Routes routes;
    private final EndpointRules rules;
    private final TokenCarrier carrier;
    private final Bodies bodies;

    SignInCalls(
            SignIn signIn, Sessions sessions, Routes routes, EndpointRules rules, TokenCarrier carrier, Bodies bodies) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.routes = routes;
        this.rules = rules;
        this.carrier = carrier;
        this.bodies = bodies;
    }

    /** A session that the client carried is left alone: it may be another user's, and its owner can end it. */
    Optional<Problem> signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(bodies.read(request, Endpoint.SIGN_IN) instanceof Checked.Sound body)) {
            return Optional.of(Problem.of(ProblemCode.INPUT));
        }
        SignIn.Outcome outcome = signIn.signIn(
                body.text("email"), body.text("password"), Exchange.of(request).address());
        if (outcome instanceof SignIn.Outcome.Known known) {
            return open(request, response, known.account());
        }
        return Optional.of(
                outcome instanceof SignIn.Outcome.Limited limited
                        ? Answers.limited(limited.retryAfter())
                        : Problem.of(ProblemCode.UNAUTHENTICATED));
    }

    Optional<Problem> refresh(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> token = carrier.inBody() ? inBody(request) : inCookie(request);
        if (token.isPresent() && sessions.refresh(token.get(), device(request)) instanceof Refreshed.Fresh fresh) {
            return bring(request, response, fresh.tokens());
        }
        return Optional.of(carrier.takingBack(Problem.of(ProblemCode.UNAUTHENTICATED)));
    }

    private Optional<Problem> open(HttpServletRequest request, HttpServletResponse response, Account account)
            throws IOException {
        Opened opened = sessions.open(account, device(request));
        return opened instanceof Opened.Open open
                ? bring(request, response, open.tokens())
                : Optional.of(Problem.of(ProblemCode.CONFLICT));
    }

    private Optional<Problem> bring(HttpServletRequest request, HttpServletResponse response, Tokens tokens)
            throws IOException {
        carrier.bring(
                response, tokens, isFactorMissing(tokens, Exchange.of(request).address()));
        return Optional.empty();
    }

    /** The rules say it, so that nobody is told otherwise than judged. */
    private boolean isFactorMissing(Tokens tokens, ClientAddress address) {
        return sessions.authenticate(tokens.access(), address) instanceof Authenticated.Known known
                && routes.decide(known.caller(), routes.match("GET", rules.fullCallerPath()))
                        instanceof Decision.Denied denied
                && denied.reason() == Reason.FACTOR;
    }

    private Optional<String> inBody(HttpServletRequest request) throws IOException {
        return bodies.read(request, Endpoint.REFRESH) instanceof Checked.Sound body
                ? Optional.of(body.text("refreshToken"))
                : Optional.empty();
    }

    private static Optional<String> inCookie(HttpServletRequest request) {
        return SessionCookies.only(request, SessionCookies.REFRESH);
    }

    private static String device(HttpServletRequest request) {
        @Nullable String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }
}
