package dev.hauberk;

import java.time.Instant;
import java.util.Map;

/**
 * What a control saw.
 *
 * @param at when
 * @param control which control
 * @param outcome what it did
 * @param reason a code, for example of {@link Reason#code()}; never free text
 * @param details more of it under stable names: ids, rules, counts; never a person's data, a secret or a value that was sent
 */
public record Event(Instant at, Control control, Outcome outcome, String reason, Map<String, String> details) {
    /** What the control did. */
    public enum Outcome {
        GRANTED,
        DENIED,
        /** Would have been denied, had the control not been in shadow mode. */
        SHADOWED,
        /** Something worth knowing that is neither. */
        NOTICED,
        /** The control itself failed. */
        FAILED
    }

    public Event {
        details = Map.copyOf(details);
    }
}
