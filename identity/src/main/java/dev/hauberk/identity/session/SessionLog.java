package dev.hauberk.identity.session;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.identity.Ground;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what happens to sessions, as events and as records. Names users and sessions by their ids. */
final class SessionLog {
    private final Events events;
    private final AuditTrail audit;
    private final InstantSource clock;

    SessionLog(Ground ground) {
        this.events = ground.events();
        this.audit = ground.audit();
        this.clock = ground.clock();
    }

    void opened(Session session, String tenant) {
        append(Control.AUTHN_9, "session-open", session, Optional.of(tenant), AuditRecord.Outcome.DONE, "opened");
        publish(Control.AUTHN_9, Outcome.GRANTED, "session-opened", details(session));
    }

    void full(String user) {
        events.publish(new Event(clock.instant(), Control.SESS_4, Outcome.DENIED, "full", Map.of("user", user)));
    }

    void wouldBeFull(String user) {
        events.publish(new Event(clock.instant(), Control.SESS_4, Outcome.SHADOWED, "full", Map.of("user", user)));
    }

    void ended(List<Session> sessions) {
        sessions.forEach(this::ended);
    }

    void ended(Session session) {
        session.end().ifPresent(end -> {
            End.Cause cause = end.cause();
            append(cause.control(), "session-end", session, Optional.empty(), AuditRecord.Outcome.DONE, cause.code());
            publish(cause.control(), Outcome.NOTICED, "session-ended-" + cause.code(), details(session));
        });
    }

    void replayed(Session session) {
        append(Control.AUTHN_7, "refresh", session, Optional.empty(), AuditRecord.Outcome.DENIED, "replayed");
        publish(Control.AUTHN_7, Outcome.DENIED, "replayed", details(session));
    }

    void refreshed(Session session) {
        publish(Control.AUTHN_7, Outcome.GRANTED, "rotated", details(session));
    }

    void refused(Refreshed.Reason reason) {
        publish(Control.AUTHN_7, Outcome.DENIED, reason.code(), Map.of());
    }

    void unknown(Control control, String reason) {
        publish(control, Outcome.DENIED, reason, Map.of());
    }

    void failed(RuntimeException because) {
        publish(
                Control.SESS_6,
                Outcome.FAILED,
                "error",
                Map.of("type", because.getClass().getName()));
    }

    private void append(
            Control control,
            String action,
            Session session,
            Optional<String> tenant,
            AuditRecord.Outcome outcome,
            String reason) {
        audit.append(new AuditRecord(
                clock.instant(),
                control,
                action,
                Optional.of(session.user()),
                tenant,
                Optional.of(session.id()),
                outcome,
                Map.of("reason", reason)));
    }

    private void publish(Control control, Outcome outcome, String reason, Map<String, String> details) {
        events.publish(new Event(clock.instant(), control, outcome, reason, details));
    }

    private static Map<String, String> details(Session session) {
        return Map.of("user", session.user(), "session", session.id());
    }
}
