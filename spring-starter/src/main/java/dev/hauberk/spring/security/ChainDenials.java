package dev.hauberk.spring.security;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.Reason;
import dev.hauberk.servlet.problem.ProblemCode;
import dev.hauberk.servlet.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** What a chain of Spring Security denies is our problem, and an event. */
final class ChainDenials implements AccessDeniedHandler, AuthenticationEntryPoint {
    private final Events events;
    private final InstantSource clock;

    ChainDenials(Events events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        answer(request, response, Reason.PERMISSION, ProblemCode.FORBIDDEN);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException denied)
            throws IOException {
        answer(request, response, Reason.ANONYMOUS, ProblemCode.UNAUTHENTICATED);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Reason reason, ProblemCode code)
            throws IOException {
        events.publish(new Event(
                clock.instant(),
                Control.RBAC_4,
                Event.Outcome.DENIED,
                reason.code(),
                Map.of("rule", "a chain of Spring Security")));
        Problems.write(request, response, code);
    }
}
