package dev.hauberk.servlet.step;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A step of a request that may refuse it.
 *
 * <p><b>Guarantees.</b> A step whose judgement throws refuses the request; what the application throws is the application's. The
 * first dispatch of a request decides; asynchronous and error dispatches keep that decision; a forward or an include is
 * handed on, except where a step says otherwise. A control in shadow mode judges and refuses nothing, one that is disabled
 * does not judge. Thread-safe.
 */
public abstract class Step implements Filter {
    private final Control control;
    private final Mode mode;
    private final Refusals refusals;

    /**
     * A step.
     *
     * @param control what it keeps
     * @param mode how the control is carried out
     */
    protected Step(Control control, Mode mode, Refusals refusals) {
        this.control = control;
        this.mode = mode;
        this.refusals = refusals;
    }

    /** Judges the first dispatch of a request. Must not have changed the response where it throws. */
    protected abstract Verdict judge(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Judges any later dispatch of a request. */
    protected Verdict again(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return new Verdict.Pass(request);
    }

    /** Hands a request on. For steps that hold something open around the rest of it. */
    protected void handOn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, response);
    }

    /** Called before a request is refused by this step, once it is certain that it is. */
    protected void refusing(HttpServletRequest request) {}

    /** How refusals are made. */
    protected final Refusals refusals() {
        return refusals;
    }

    @Override
    public final void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        if (!(servletRequest instanceof HttpServletRequest request)
                || !(servletResponse instanceof HttpServletResponse response)) {
            throw new ServletException("only HTTP is guarded, and nothing else is let through");
        }
        if (mode == Mode.DISABLED) {
            chain.doFilter(request, response);
            return;
        }
        Verdict verdict;
        try {
            verdict = request.getDispatcherType() == DispatcherType.REQUEST
                    ? judge(request, response)
                    : again(request, response);
        } catch (RuntimeException e) {
            refusals.fail(request, response, control, e);
            failInclude(request);
            return;
        }
        carryOut(verdict, request, response, chain);
    }

    private void carryOut(Verdict verdict, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (verdict instanceof Verdict.Pass pass) {
            handOn(pass.request(), response, chain);
        } else if (verdict instanceof Verdict.Refuse refuse) {
            if (mode == Mode.SHADOW) {
                refusals.shadow(request, refuse.denied());
                handOn(refuse.otherwise(), response, chain);
            } else {
                refusing(request);
                refusals.refuse(request, response, refuse);
                failInclude(request);
            }
        }
    }

    /** What is included cannot set the status of the whole, and half an answer would be worse than none. */
    private static void failInclude(HttpServletRequest request) throws ServletException {
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            throw new ServletException("what was to be included is refused");
        }
    }
}
