package dev.hauberk.policy;

import dev.hauberk.Control;
import dev.hauberk.Mode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A mode that nobody would keep is a problem: every other control is always enforced in this version. */
final class ModeCheck {
    private static final Set<Control> KEPT = EnumSet.of(
            Control.AUTHN_3,
            Control.AUTHN_4,
            Control.AUTHN_5,
            Control.AUTHN_9,
            Control.SESS_4,
            Control.RBAC_4,
            Control.RBAC_5,
            Control.HTTP_1,
            Control.HTTP_2,
            Control.HTTP_3,
            Control.HTTP_4,
            Control.HTTP_6,
            Control.INPUT_1,
            Control.RATE_4,
            Control.RATE_5,
            Control.RATE_6);

    private final Map<Control, Mode> modes;
    private final Findings findings;

    ModeCheck(Map<Control, Mode> modes, Findings findings) {
        this.modes = modes;
        this.findings = findings;
    }

    void check() {
        modes.entrySet().stream()
                .filter(mode -> mode.getValue() != Mode.ENFORCE && !KEPT.contains(mode.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(mode -> findings.wrong(
                        mode.getKey(),
                        "enforce: this control has no other mode in this version",
                        Scalars.word(mode.getValue()),
                        "Remove it; other modes have " + others() + ".",
                        List.of("modes", mode.getKey().id())));
    }

    private static String others() {
        return KEPT.stream().map(Control::id).collect(Collectors.joining(", "));
    }
}
