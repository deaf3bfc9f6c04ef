package dev.hauberk.crypto.field;

import dev.hauberk.Control;
import dev.hauberk.Event;
import dev.hauberk.Events;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of values that did not open: all alike, and where they were, without the key of the row, which may be a person's data. */
record Failures(Events events, @Nullable AuditTrail audit, InstantSource clock) {
    static final String REASON = "not-opened";

    /** What is thrown of a value that did not open, once it was told of. */
    CipherException of(FieldContext context) {
        Instant now = clock.instant();
        Map<String, String> place =
                Map.of("tenant", context.tenant().id(), "table", context.table(), "column", context.column());
        events.publish(new Event(now, Control.DATA_2, Event.Outcome.DENIED, REASON, place));
        if (audit != null) {
            audit.append(new AuditRecord(
                    now,
                    Control.DATA_2,
                    "open-field",
                    Optional.empty(),
                    Optional.of(context.tenant().id()),
                    Optional.of(context.table() + "." + context.column()),
                    AuditRecord.Outcome.DENIED,
                    Map.of("reason", REASON)));
        }
        return new CipherException();
    }
}
