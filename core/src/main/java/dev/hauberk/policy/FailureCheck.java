package dev.hauberk.policy;

import dev.hauberk.Control;
import dev.hauberk.policy.FailurePolicy.Without;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks what is said of failures: of controls that ask a store that may be lost, and of limits that there are. */
final class FailureCheck {
    private final SecurityPolicy policy;
    private final Findings findings;

    FailureCheck(SecurityPolicy policy, Findings findings) {
        this.policy = policy;
        this.findings = findings;
    }

    void check() {
        policy.failures().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(failure -> check(failure.getKey(), failure.getValue()));
    }

    private void check(Control control, FailurePolicy failure) {
        if (control != Control.RATE_1) {
            findings.wrong(
                    control,
                    "RATE-1, the one control whose failure is a choice in this version",
                    control.id(),
                    "Remove it: this control refuses where what it needs does not answer.",
                    List.of("failures", control.id()));
            return;
        }
        if (failure.redis() == Without.OPEN) {
            findings.weak(
                    Set.of(Control.RATE_1),
                    "closed or local",
                    "open, so that no limit holds while Redis does not answer",
                    "Write local.",
                    List.of("failures", "RATE-1", "redis"));
        }
        if (findings.keys("failures", "RATE-1").contains("closed")) {
            failure.closed().stream()
                    .filter(name -> !policy.limits().containsKey(name))
                    .sorted()
                    .forEach(name -> findings.wrong(
                            control,
                            "a limit that is there",
                            name,
                            Nearest.remedy(name, List.copyOf(policy.limits().keySet())),
                            List.of("failures", "RATE-1", "closed")));
        }
    }
}
