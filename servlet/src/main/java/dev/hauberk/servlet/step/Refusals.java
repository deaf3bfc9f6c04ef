package dev.hauberk.servlet.step;

import dev.hauberk.Control;
import dev.hauberk.Decision;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Reason;
import dev.hauberk.UnavailableException;
import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says no, the same way for every step: an event, the toll, the exchange, and then the answer. Whatever fails on the way, the
 * request is refused. Thread-safe.
 */
public final class Refusals {
    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private final Events events;
    private final InstantSource clock;
    private final Toll toll;

    private Refusals(Events events, InstantSource clock, Toll toll) {
        this.events = events;
        this.clock = clock;
        this.toll = toll;
    }

    /**
     * Refusals that tell their events.
     *
     * @param toll what a refusal costs its address
     */
    public static Refusals of(Events events, InstantSource clock, Toll toll) {
        return new Refusals(events, clock, toll);
    }

    /** Refuses a request, with the step's problem or with the toll's. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, Verdict.Refuse refuse)
            throws IOException {
        Exchange.of(request).refuse(refuse.denied());
        publish(refuse.denied(), Event.Outcome.DENIED);
        Problem problem;
        try {
            problem = toll.take(request, response).orElse(refuse.problem());
        } catch (RuntimeException e) {
            fail(request, response, Control.RATE_5, e);
            return;
        }
        Problems.write(request, response, problem);
    }

    /** Notes what would have been refused. */
    public void shadow(HttpServletRequest request, Decision.Denied denied) {
        Exchange.of(request).shadow(denied);
        publish(denied, Event.Outcome.SHADOWED);
    }

    /** Takes the toll of a request that a step answers by itself. */
    public Optional<Problem> toll(HttpServletRequest request, HttpServletResponse response) {
        return toll.take(request, response);
    }

    /** Refuses a request because the step that judges it failed. */
    public void fail(HttpServletRequest request, HttpServletResponse response, Control control, Exception failure)
            throws IOException {
        Exchange exchange = Exchange.of(request);
        exchange.refuse(new Decision.Denied(control, "failure", Reason.ERROR, "see the log for this request's id"));
        // The message of an exception may hold what was sent; the class and the place of it do not.
        log.error(
                "{} failed on request {}: {} at {}",
                control.id(),
                exchange.requestId(),
                failure.getClass().getName(),
                failure.getStackTrace().length == 0 ? "an unknown place" : failure.getStackTrace()[0]);
        events.publish(new Event(
                clock.instant(),
                control,
                Event.Outcome.FAILED,
                Reason.ERROR.code(),
                Map.of(
                        "request",
                        exchange.requestId(),
                        "failure",
                        failure.getClass().getName())));
        Problems.write(
                request,
                response,
                failure instanceof UnavailableException ? ProblemCode.UNAVAILABLE : ProblemCode.INTERNAL);
    }

    private void publish(Decision.Denied denied, Event.Outcome outcome) {
        events.publish(new Event(
                clock.instant(), denied.control(), outcome, denied.reason().code(), Map.of("rule", denied.rule())));
    }
}
