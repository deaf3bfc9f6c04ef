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

    /** A node's own share of some money would have to be counted twice: there and, later, with all others. */
    private void checkBudgets(FailurePolicy failure) {
        if (failure.redis() == Without.LOCAL) {
            findings.wrong(
                    Control.RATE_6,
                    "closed or open: budgets are counted together or not at all",
                    "local",
                    "Write redis: closed.",
                    List.of("failures", "RATE-6", "redis"));
        }
        if (failure.redis() == Without.OPEN) {
            findings.weak(
                    Set.of(Control.RATE_6),
                    "closed",
                    "open, so that runs cost what they will while Redis does not answer",
                    "Write closed.",
                    List.of("failures", "RATE-6", "redis"));
        }
        if (findings.keys("failures", "RATE-6").contains("closed")) {
            findings.wrong(
                    Control.RATE_6,
                    "redis and within: its limits are budgets",
                    "closed",
                    "Remove it.",
                    List.of("failures", "RATE-6", "closed"));
        }
    }

    private void check(Control control, FailurePolicy failure) {
        if (control == Control.RATE_6) {
            checkBudgets(failure);
            return;
        }
        if (control != Control.RATE_1) {
            findings.wrong(
                    control,
                    "RATE-1 or RATE-6, the controls whose failure is a choice in this version",
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
