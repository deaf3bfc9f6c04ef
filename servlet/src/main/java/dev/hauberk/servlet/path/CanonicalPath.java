package dev.hauberk.servlet.path;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Mode;
import dev.hauberk.Reason;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.step.Refusals;
import dev.hauberk.servlet.step.Step;
import dev.hauberk.servlet.step.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an ambiguous path, so that what is matched is what the container dispatches (RBAC-4): dot segments, empty segments,
 * path parameters, encoded separators, doubly encoded or overlong octets, controls, what is encoded without need, and
 * whatever the container reads otherwise than we do.
 *
 * <p>Methods are those of RFC 9110 and PATCH, in upper case; every other is refused, so that none is judged as one and handled as
 * another. So is HTTP/0.9, which knows no headers. Headers that ask for another method or another path are hidden from whatever follows. A slash at the end or a
 * suffix makes another path, which is the rules' affair.
 */
public final class CanonicalPath extends Step {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** HTTP/0.9, as containers name it: its answer has no headers, so none that the policy asks for. */
    private static final Set<String> HEADERLESS = Set.of("", "HTTP/0.9");

    private CanonicalPath(Mode mode, Refusals refusals) {
        super(Control.RBAC_4, mode, refusals);
    }

    /** The step, carried out as RBAC-4 is. */
    public static CanonicalPath of(Mode mode, Refusals refusals) {
        return new CanonicalPath(mode, refusals);
    }

    @Override
    protected Verdict judge(HttpServletRequest request, HttpServletResponse response) {
        HttpServletRequest plain = PlainRequest.of(request);
        if (!METHODS.contains(request.getMethod())) {
            return refuse("a method of RFC 9110 or PATCH, in upper case", ProblemCode.NOT_IMPLEMENTED, plain);
        }
        if (HEADERLESS.contains(request.getProtocol())) {
            return refuse("a version of HTTP that has headers", ProblemCode.VERSION, plain);
        }
        Optional<String> whole = PathReading.of(request.getRequestURI());
        if (whole.isEmpty() || !whole.get().equals(dispatched(request))) {
            return refuse("a path that can be read in one way only", ProblemCode.PATH, plain);
        }
        return new Verdict.Pass(plain);
    }

    /** What the container made of the path; its context path is as it was sent. */
    private static String dispatched(HttpServletRequest request) {
        @Nullable String below = request.getPathInfo();
        String context = request.getContextPath();
        return (context.isEmpty() ? "" : PathReading.of(context).orElse(""))
                + request.getServletPath()
                + (below == null ? "" : below);
    }

    private static Verdict refuse(String remedy, ProblemCode code, HttpServletRequest otherwise) {
        Decision.Denied denied = new Decision.Denied(Control.RBAC_4, "canonical path", Reason.PATH, remedy);
        return new Verdict.Refuse(denied, Problem.of(code), otherwise);
    }
}
