package dev.hauberk.ratelimit.budget;

import dev.hauberk.Caller;
import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Event.Outcome;
import dev.hauberk.Events;
import dev.hauberk.Reason;
import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of what budgets did: to the log, to whoever hears events, and to the audit trail. */
final class Witness {
    private static final Logger log = LoggerFactory.getLogger(Budgets.class);

    private final Events events;
    private final AuditTrail audit;
    private final InstantSource clock;

    Witness(Events events, AuditTrail audit, InstantSource clock) {
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    void denied(Caller caller, String budget, String tool, String who) {
        audit.append(new AuditRecord(
                clock.instant(),
                Control.RATE_6,
                "spend",
                caller.user(),
                caller.tenant().map(Tenant::id),
                Optional.of(tool),
                AuditRecord.Outcome.DENIED,
                Map.of("budget", budget, "reason", Reason.BUDGET.code())));
        publish(Outcome.DENIED, Reason.BUDGET, budget, tool, who);
    }

    void shadowed(String budget, String tool, String who) {
        publish(Outcome.SHADOWED, Reason.BUDGET, budget, tool, who);
    }

    void near(String budget, String tool, String who) {
        log.warn("80 % of the budget {} are spent by {}", budget, who);
        publish(Outcome.NOTICED, Reason.BUDGET, budget, tool, who);
    }

    void unavailable(String budget, String tool, String who) {
        publish(Outcome.FAILED, Reason.ERROR, budget, tool, who);
    }

    private void publish(Outcome outcome, Reason reason, String budget, String tool, String who) {
        events.publish(new Event(
                clock.instant(),
                Control.RATE_6,
                outcome,
                reason.code(),
                Map.of("budget", budget, "tool", tool, "key", who)));
    }
}
