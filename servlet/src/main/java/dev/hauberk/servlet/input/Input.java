package dev.hauberk.servlet.input;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.policy.InputPolicy;
import dev.hauberk.policy.RoutePolicy;
import dev.hauberk.policy.Shape;
import dev.hauberk.rbac.route.Routes;
import dev.hauberk.servlet.access.MatchedRule;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A body is what its rule says (INPUT-1): none, anything within the policy's bounds, or an object of a shape. Nothing that is not
 * reaches the application.
 *
 * <p>What the path has for a {@code {name}} may stand in the query and in a body of a shape again, but not otherwise (RBAC-5).
 *
 * <p>A body of a shape is JSON in UTF-8, whatever else is a 415. What is read is kept, at most {@code max-body} bytes, and handed on. A body
 * of {@code any} that is no JSON is bounded by its length, which must be said, and is left to the application, which reads it at whichever
 * pace it comes. Whatever is read here is a 408 where it takes longer than ten seconds and brings less than 4 KB a second.
 */
public final class Input extends Step {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String READ = Input.class.getName();
    private static final String OVER = Input.class.getName() + ".over";

    /** How much of a body that is too large is thrown away, so that the client is still there to read the answer. */
    private static final long DRAINED = 16L * 1024 * 1024;

    private final InputPolicy policy;
    private final Routes routes;
    private final JsonReading json;
    private final InstantSource clock;

    private Input(InputPolicy policy, Routes routes, Mode mode, Refusals refusals, InstantSource clock) {
        super(Control.INPUT_1, mode, refusals);
        this.policy = policy;
        this.routes = routes;
        this.clock = clock;
        this.json = JsonReading.of(policy);
    }

    /**
     * The step, carried out as INPUT-1 is.
     *
     * @param clock by which a body is too slow
     */
    public static Input of(InputPolicy policy, Routes routes, Mode mode, Refusals refusals, InstantSource clock) {
        return new Input(policy, routes, mode, refusals, clock);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        if (!Query.isSound(request.getQueryString())) {
            return refuse(ProblemCode.INPUT, "a query that decodes", request);
        }
        Optional<RoutePolicy> rule = MatchedRule.of(request, routes);
        if (naming(request)
                .filter(naming -> naming.contradicts(request.getQueryString()))
                .isPresent()) {
            return refuse(ProblemCode.INPUT, "one name for one thing", request);
        }
        String body = asked(request, rule);
        if (body.equals("none") && !mayHaveBody(request)) {
            // The application may still choose between its stream and its reader.
            return new Verdict.Pass(request);
        }
        ContentType type = ContentType.of(request.getContentType());
        if (body.equals("any") && type == ContentType.OTHER && request.getContentLengthLong() >= 0) {
            return request.getContentLengthLong() > policy.maxBody().bytes()
                    ? tooLarge(request)
                    : new Verdict.Pass(request);
        }
        boolean shaped = !body.equals("any") && !body.equals("none");
        if (shaped && (type == ContentType.OTHER || request.getHeader("Content-Encoding") != null)) {
            return refuse(ProblemCode.UNSUPPORTED_TYPE, "application/json in UTF-8", request);
        }
        return read(request, body, type);
    }

    @Override
    protected Verdict again(HttpServletRequest request, HttpServletResponse response) {
        // Containers dispatch the request that they know, not the one that was handed on.
        return request.getDispatcherType() == DispatcherType.ASYNC && request.getAttribute(READ) instanceof byte[] body
                ? new Verdict.Pass(BufferedRequest.whole(request, body))
                : new Verdict.Pass(request);
    }

    private Optional<Naming> naming(HttpServletRequest request) {
        return MatchedRule.of(request, routes)
                .map(rule -> Naming.of(rule, Exchange.of(request).path()));
    }

    /** Where no rule covers a request, refusing it is not this step's affair. */
    private static String asked(HttpServletRequest request, Optional<RoutePolicy> rule) {
        if (rule.isEmpty()) {
            return "any";
        }
        return WITH_BODY.contains(request.getMethod()) ? rule.get().body().orElse("none") : "none";
    }

    /** HTTP/1.1 says in the headers whether there is one (RFC 9112, section 6.3); HTTP/2 does not. */
    private static boolean mayHaveBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader("Transfer-Encoding") != null
                || !request.getProtocol().startsWith("HTTP/1.");
    }

    private Verdict read(HttpServletRequest request, String body, ContentType type) {
        long most = body.equals("none") ? 0 : policy.maxBody().bytes();
        byte[] bytes;
        try {
            InputStream in = request.getInputStream();
            Pace pace = Pace.begin(clock);
            bytes = pace.read(in, Math.min(Integer.MAX_VALUE - 8L, most + 1));
            if (pace.isTooSlow()) {
                request.setAttribute(OVER, true);
                return refuse(
                        ProblemCode.TIMEOUT, "a body that keeps coming", BufferedRequest.resumed(request, bytes, in));
            }
            if (bytes.length > most) {
                HttpServletRequest resumed = BufferedRequest.resumed(request, bytes, in);
                return body.equals("none") ? refuse(ProblemCode.INPUT, "no body", resumed) : tooLarge(resumed);
            }
        } catch (IOException | RuntimeException e) {
            // Containers throw either where a body ends too soon, stops coming or is framed wrongly.
            request.setAttribute(OVER, true);
            return refuse(ProblemCode.INPUT, "a whole body", request);
        }
        Checked checked = check(body, type, bytes);
        HttpServletRequest kept = BufferedRequest.whole(request, bytes);
        request.setAttribute(READ, bytes);
        if (checked instanceof Checked.Sound sound
                && naming(request)
                        .filter(naming -> naming.contradicts(sound.members()))
                        .isPresent()) {
            return refuse(ProblemCode.INPUT, "one name for one thing", kept);
        }
        return checked instanceof Checked.Unsound unsound
                ? refuse(ProblemCode.INPUT, "not " + unsound.why(), kept)
                : new Verdict.Pass(kept);
    }

    private Checked check(String body, ContentType type, byte[] bytes) {
        if (body.equals("none") || body.equals("any") && (type == ContentType.OTHER || bytes.length == 0)) {
            return new Checked.Sound(Map.of());
        }
        if (body.equals("any")) {
            return json.anything(bytes);
        }
        @Nullable Map<String, Shape> shape = policy.bodies().get(body);
        return shape == null ? new Checked.Unsound("a shape that the policy lacks") : json.object(bytes, shape);
    }

    /** What does not come, or is broken, was refused already: there is no more to read. */
    @Override
    protected void refusing(HttpServletRequest request) {
        if (request.getAttribute(OVER) != null) {
            return;
        }
        try {
            Pace.begin(clock).drain(request.getInputStream(), DRAINED);
        } catch (IOException | RuntimeException e) {
            request.setAttribute(OVER, true);
        }
    }

    private static Verdict tooLarge(HttpServletRequest request) {
        return refuse(ProblemCode.TOO_LARGE, "a body of at most input.max-body", request);
    }

    private static Verdict refuse(ProblemCode code, String remedy, HttpServletRequest otherwise) {
        Decision.Denied denied = new Decision.Denied(Control.INPUT_1, "input", Reason.INPUT, remedy);
        return new Verdict.Refuse(denied, Problem.of(code), otherwise);
    }
}
