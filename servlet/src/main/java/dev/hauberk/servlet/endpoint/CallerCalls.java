package dev.hauberk.servlet.endpoint;

import dev.hauberk.Caller;
import dev.hauberk.Credential;
import dev.hauberk.Tenant;
import dev.hauberk.crypto.password.PasswordRule;
import dev.hauberk.identity.session.SessionView;
import dev.hauberk.identity.session.Sessions;
import dev.hauberk.identity.signin.PasswordChange;
import dev.hauberk.policy.PasswordPolicy;
import dev.hauberk.rbac.AccessPolicy;
import dev.hauberk.servlet.auth.CsrfTokens;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.input.Checked;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The calls of whoever is signed in, about oneself alone. */
final class CallerCalls {
    private final Sessions sessions;
    private final PasswordChange passwords;
    private final AccessPolicy access;
    private final CsrfTokens csrf;
    private final EndpointRules rules;
    private final TokenCarrier carrier;
    private final Bodies bodies;

    CallerCalls(
            Sessions sessions,
            PasswordChange passwords,
            AccessPolicy access,
            CsrfTokens csrf,
            EndpointRules rules,
            TokenCarrier carrier,
            Bodies bodies) {
        this.sessions = sessions;
        this.passwords = passwords;
        this.access = access;
        this.csrf = csrf;
        this.rules = rules;
        this.carrier = carrier;
        this.bodies = bodies;
    }

    Optional<Problem> me(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Exchange.of(request).caller();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", user(caller));
        body.put("tenant", caller.tenant().map(Tenant::id).orElse(null));
        body.put("roles", List.copyOf(new TreeSet<>(caller.roles())));
        body.put("permissions", List.copyOf(access.permissions(caller)));
        Map<String, Object> factors = new TreeMap<>();
        caller.factors().forEach((factor, at) -> factors.put(factor, at.toString()));
        body.put("factors", factors);
        if (!carrier.inBody()) {
            body.put("csrf", csrf.issue(session(caller)));
        }
        Answers.json(response, body);
        return Optional.empty();
    }

    Optional<Problem> sessions(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = Exchange.of(request).caller();
        Answers.json(
                response,
                sessions.of(user(caller)).stream()
                        .map(session -> view(session, session(caller)))
                        .toList());
        return Optional.empty();
    }

    Optional<Problem> endSession(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Exchange.of(request).caller();
        String handle = rules.handle(request);
        if (!sessions.end(user(caller), handle)) {
            return Optional.of(Problem.of(ProblemCode.NOT_FOUND));
        }
        if (handle.equals(session(caller))) {
            carrier.takeBack(response);
        }
        Answers.nothing(response);
        return Optional.empty();
    }

    Optional<Problem> endOthers(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Exchange.of(request).caller();
        sessions.endOthers(user(caller), session(caller));
        Answers.nothing(response);
        return Optional.empty();
    }

    Optional<Problem> signOut(HttpServletRequest request, HttpServletResponse response) {
        Caller caller = Exchange.of(request).caller();
        sessions.end(user(caller), session(caller));
        carrier.takeBack(response);
        Answers.nothing(response);
        return Optional.empty();
    }

    Optional<Problem> password(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!(bodies.read(request, Endpoint.PASSWORD) instanceof Checked.Sound body)) {
            return Optional.of(Problem.of(ProblemCode.INPUT));
        }
        PasswordChange.Outcome outcome =
                passwords.change(Exchange.of(request).caller(), body.text("current"), body.text("new"));
        if (outcome instanceof PasswordChange.Outcome.Changed) {
            Answers.nothing(response);
            return Optional.empty();
        }
        return Optional.of(problem(outcome));
    }

    private Problem problem(PasswordChange.Outcome outcome) {
        if (outcome instanceof PasswordChange.Outcome.Broken broken) {
            PasswordPolicy policy = rules.policy().passwords();
            return Problem.of(ProblemCode.WEAK_PASSWORD)
                    .with(
                            "rules",
                            broken.rules().stream().map(PasswordRule::code).toList())
                    .with(
                            "messages",
                            broken.rules().stream()
                                    .map(rule -> rule.message(policy))
                                    .toList());
        }
        return outcome instanceof PasswordChange.Outcome.Limited limited
                ? Answers.limited(limited.retryAfter())
                : Problem.of(ProblemCode.FORBIDDEN);
    }

    private static Map<String, Object> view(SessionView session, String current) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("handle", session.handle());
        view.put("device", session.device());
        view.put("openedAt", session.openedAt().toString());
        view.put("usedAt", session.usedAt().toString());
        view.put("current", session.handle().equals(current));
        return view;
    }

    private static String user(Caller caller) {
        return caller.user().orElseThrow(() -> new IllegalStateException("the rules let nobody else come here"));
    }

    /** A session's id is its handle. */
    private static String session(Caller caller) {
        if (caller.credential() instanceof Credential.Session session) {
            return session.id();
        }
        throw new IllegalStateException("the rules let nobody without a session come here");
    }
}
