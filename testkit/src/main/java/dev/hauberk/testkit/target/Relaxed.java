package dev.hauberk.testkit.target;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import dev.hauberk.policy.SecurityPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A policy under which thousands of requests may be sent: limits, budgets and sign-in attempts are counted and not enforced. */
public final class Relaxed {
    /** The controls that are in shadow mode, RATE-5 for all limits, to be written below {@code modes:} where a policy comes from a file. */
    public static final List<Control> CONTROLS =
            List.of(Control.RATE_5, Control.RATE_6, Control.AUTHN_3, Control.AUTHN_4);

    private Relaxed() {}

    /** The same policy with {@link #CONTROLS} in shadow mode. */
    public static SecurityPolicy policy(SecurityPolicy policy) {
        Map<Control, Mode> modes = new LinkedHashMap<>(policy.modes());
        CONTROLS.forEach(control -> modes.put(control, Mode.SHADOW));
        return policy.withModes(modes);
    }
}
