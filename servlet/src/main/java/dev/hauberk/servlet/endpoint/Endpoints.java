package dev.hauberk.servlet.endpoint;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.crypto.password.HashingOverloadedException;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.signin.PasswordChange;
import dev.hauberk.identity.signin.SignIn;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.auth.CsrfTokens;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the library's own calls, once every other step has let them through; any other request goes on to the application.
 */
public final class Endpoints extends Step {
    /** Seconds after which a queue of passwords has moved on. */
    private static final String RETRY_AFTER = "5";

    private final EndpointRules rules;
    private final Map<Endpoint, Call> calls = new EnumMap<>(Endpoint.class);

    private Endpoints(EndpointRules rules, SignInCalls signIn, CallerCalls caller, Refusals refusals) {
        super(Control.AUTHN_9, Mode.ENFORCE, refusals);
        this.rules = rules;
        calls.put(Endpoint.SIGN_IN, signIn::signIn);
        calls.put(Endpoint.REFRESH, signIn::refresh);
        calls.put(Endpoint.SIGN_OUT, caller::signOut);
        calls.put(Endpoint.PASSWORD, caller::password);
        calls.put(Endpoint.ME, caller::me);
        calls.put(Endpoint.SESSIONS, caller::sessions);
        calls.put(Endpoint.END_OTHERS, caller::endOthers);
        calls.put(Endpoint.END_SESSION, caller::endSession);
    }

    /**
     * The calls.
     *
     * @param rules the policy with the calls' rules in it
     * @param routes the rules of that policy
     */
    public static Endpoints of(
            EndpointRules rules,
            Routes routes,
            AccessPolicy access,
            SignIn signIn,
            Sessions sessions,
            PasswordChange passwords,
            CsrfTokens csrf,
            Refusals refusals) {
        TokenCarrier carrier = TokenCarrier.of(rules.policy());
        Bodies bodies = new Bodies(rules.policy().input());
        return new Endpoints(
                rules,
                new SignInCalls(signIn, sessions, routes, rules, carrier, bodies),
                new CallerCalls(sessions, passwords, access, csrf, rules, carrier, bodies),
                refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Call> call = rules.find(request).map(calls::get);
        if (call.isEmpty()) {
            return new Verdict.Pass(request);
        }
        Exchange.of(request).answerByLibrary();
        Optional<Problem> problem = answer(call.get(), request, response);
        if (problem.isPresent()) {
            Problems.write(request, response, problem.get());
        }
        return new Verdict.Answered();
    }

    private static Optional<Problem> answer(Call call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            return call.answer(request, response);
        } catch (HashingOverloadedException e) {
            return Optional.of(Problem.of(ProblemCode.UNAVAILABLE).withHeader("Retry-After", RETRY_AFTER));
        }
    }
}
