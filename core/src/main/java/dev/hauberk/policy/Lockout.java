package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.Duration;

/**
 * When an account is locked (AUTHN-4).
 *
 * @param after after how many failures in a row
 * @param time how long it stays locked
 */
public record Lockout(
        @Setting(
                says = "After how many failures in a row.",
                or = "10 failures",
                control = Control.AUTHN_4,
                weaker = Weaker.HIGHER)
        Failures after,

        @Setting(
                key = "for",
                says = "How long it stays locked.",
                or = "30m",
                control = Control.AUTHN_4,
                weaker = Weaker.LOWER)
        Duration time) {

    /** @throws IllegalArgumentException where it would end at once */
    public Lockout {
        if (time.isZero()) {
            throw new IllegalArgumentException("for is longer than nothing");
        }
    }
}
