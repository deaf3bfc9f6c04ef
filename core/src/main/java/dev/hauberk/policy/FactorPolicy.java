package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.Set;

/**
 * Who must show a second factor, and which (AUTHN-5).
 *
 * @param requiredFor the roles that must show one; {@code privileged} stands for every privileged role
 * @param by which factors count
 */
public record FactorPolicy(
        @Setting(
                says = "The roles that must show one; privileged stands for every privileged role.",
                or = "privileged",
                control = Control.AUTHN_5,
                weaker = Weaker.FEWER)
        Set<String> requiredFor,

        @Setting(says = "Which factors count.", or = "sms, totp", control = Control.AUTHN_5, weaker = Weaker.MORE)
        Set<Kind> by) {

    /** A second factor. */
    public enum Kind {
        SMS,
        TOTP
    }

    public FactorPolicy {
        requiredFor = Set.copyOf(requiredFor);
        by = Set.copyOf(by);
    }
}
