package dev.hauberk.audit;

import dev.hauberk.Control;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the audit trail must hold of one act.
 *
 * @param at when
 * @param control which control asked for it
 * @param action what was done or tried, a stable name, for example {@code role-change}
 * @param actor the user id of who did it; empty for an anonymous caller
 * @param tenant the actor's tenant's id
 * @param target the id of what it was done to
 * @param outcome {@code done} or {@code denied}
 * @param details reason, approver, old and new values, under stable names; never a secret
 */
public record AuditRecord(
        Instant at,
        Control control,
        String action,
        Optional<String> actor,
        Optional<String> tenant,
        Optional<String> target,
        Outcome outcome,
        Map<String, String> details) {
    /** How it ended. */
    public enum Outcome {
        DONE,
        DENIED
    }

    public AuditRecord {
        details = Map.copyOf(details);
    }
}
