package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Set;

/**
 * What no log line holds (PII-1), and the request log (AUDIT-2).
 *
 * @param redact what is masked in every line
 * @param requests whether each request is a line of JSON
 */
public record LogPolicy(
        @Setting(
                says = "What is masked in every line.",
                or = "email, token, phone, card, secret, national-id",
                control = Control.PII_1,
                weaker = Weaker.FEWER)
        Set<Kind> redact,

        @Setting(
                says = "Whether each request is a line of JSON.",
                or = "true",
                control = Control.AUDIT_2,
                weaker = Weaker.LOWER)
        boolean requests) {

    /** A kind of thing that is masked. */
    public enum Kind {
        EMAIL,
        /** A JSON Web Token, or a value after {@code Bearer}. */
        TOKEN,
        /** An E.164 number. */
        PHONE,
        /** A card number that passes the Luhn check. */
        CARD,
        /** A value after {@code password=}, {@code secret=} and the like. */
        SECRET,
        /** A United States social security number. */
        NATIONAL_ID
    }

    public LogPolicy {
        redact = Set.copyOf(redact);
    }
}
