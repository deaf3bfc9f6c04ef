package dev.hauberk.policy;

import dev.hauberk.Control;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every setting of a policy is held against (POSTURE-2). Only what the baseline writes is compared. Of limits, the
 * categories that both have are: their names are the application's own.
 */
final class Baseline {
    private final String name;
    private final Node.Mapping written;
    private final SecurityPolicy asked;

    /**
     * @param name how a problem calls it
     * @param written what it writes
     * @param asked the same, bound
     */
    Baseline(String name, Node.Mapping written, SecurityPolicy asked) {
        this.name = name;
        this.written = written;
        this.asked = asked;
    }

    /** Reports every setting that is weaker, and every control that is not enforced. */
    void hold(SecurityPolicy policy, Findings findings) {
        new Comparison(policy, findings).section(SecurityPolicy.class, written, asked, policy, List.of());
        policy.modes().forEach((control, mode) -> {
            if (mode.compareTo(asked.mode(control)) > 0) {
                findings.weak(
                        Set.of(control),
                        "enforce",
                        Scalars.word(mode),
                        "Remove " + control.id() + " from modes.",
                        List.of("modes", control.id()));
            }
        });
    }

    /** Reports a policy with routes and without any limit, whatever the baseline calls its own. */
    void holdLimits(SecurityPolicy policy, Findings findings) {
        if (!asked.limits().isEmpty()
                && findings.keys("limits").isEmpty()
                && !policy.routes().isEmpty()) {
            findings.weak(
                    EnumSet.of(Control.RATE_2, Control.RATE_5),
                    "at least one limit where there are routes (baseline " + name + ")",
                    "",
                    "Write for example limits: {api: 100 per 1m per user}.",
                    List.of("limits"));
        }
    }

    /** Reports a tool that may cost one user more than any that the baseline has: the names of tools are the application's own. */
    void holdBudgets(SecurityPolicy policy, Findings findings) {
        Optional<Money> most = asked.budgets().values().stream()
                .flatMap(budget -> budget.tools().values().stream())
                .max(Comparator.naturalOrder());
        policy.budgets()
                .forEach((budget, set) -> set.tools().forEach((tool, money) -> {
                    if (set.per().scope() == BudgetSpan.Scope.USER
                            && most.filter(bound -> money.compareTo(bound) > 0).isPresent()) {
                        findings.weak(
                                EnumSet.of(Control.RATE_6),
                                "at most " + most.get() + " for a tool and a user (baseline " + name + ")",
                                money.toString(),
                                "Write " + tool + ": " + most.get() + ".",
                                List.of("budgets", budget, "tools", tool));
                    }
                }));
    }

    private final class Comparison {
        private final SecurityPolicy policy;
        private final Findings findings;

        Comparison(SecurityPolicy policy, Findings findings) {
            this.policy = policy;
            this.findings = findings;
        }

        void section(Class<?> type, Node.Mapping node, Object wanted, Object present, List<String> path) {
            for (Known known : Known.of(type)) {
                node.find(known.key())
                        .ifPresent(entry -> setting(
                                known, entry.value(), known.get(wanted), known.get(present), below(path, known.key())));
            }
        }

        private void setting(Known known, Node node, Object wanted, Object present, List<String> path) {
            if (Known.isSection(known.type()) && node instanceof Node.Mapping mapping) {
                section((Class<?>) known.type(), mapping, wanted, present, path);
            } else if (wanted instanceof Map<?, ?> wantedByKey && present instanceof Map<?, ?> presentByKey) {
                wantedByKey.forEach((key, value) -> {
                    Object other = presentByKey.get(key);
                    if (other != null) {
                        compare(known, value, other, below(path, key.toString()));
                    }
                });
            } else if (path.equals(List.of("factors", "required-for"))) {
                compare(
                        known,
                        wanted,
                        unlacked((Collection<?>) wanted, policy.factors().requiredFor()),
                        path);
            } else {
                compare(known, wanted, present, path);
            }
        }

        private void compare(Known known, Object wanted, Object present, List<String> path) {
            for (Object weakness : Strength.weaknesses(known.setting().weaker(), known.key(), wanted, present)) {
                String set = switch (known.setting().weaker()) {
                    case FEWER -> "a list without " + Strength.text(weakness);
                    case MORE -> "a list with " + Strength.text(weakness);
                    default -> Strength.text(weakness);
                };
                Set<Control> controls = weakness instanceof Demand demand
                        ? Set.of(demand.control())
                        : new LinkedHashSet<>(Arrays.asList(known.setting().control()));
                String key = path.get(path.size() - 1);
                findings.weak(
                        controls,
                        Strength.text(wanted) + " (baseline " + name + ")",
                        set,
                        "Write " + key + ": " + Strength.text(wanted) + ".",
                        path);
            }
        }

        /**
         * The roles of a baseline that must show a factor, in so far as the policy asks it of them: {@code privileged} stands for every
         * privileged role, and a role that the policy has not lacks nothing.
         */
        private Set<String> unlacked(Collection<?> wanted, Set<String> required) {
            Set<String> privileged = policy.roles().entrySet().stream()
                    .filter(role -> role.getValue().isPrivileged())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            boolean all = required.contains(RoleCheck.PRIVILEGED)
                    || !privileged.isEmpty() && required.containsAll(privileged);
            return wanted.stream()
                    .map(Object::toString)
                    .filter(role -> role.equals(RoleCheck.PRIVILEGED)
                            ? all
                            : required.contains(role)
                                    || all && privileged.contains(role)
                                    || !policy.roles().isEmpty()
                                            && !policy.roles().containsKey(role))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> below(List<String> path, String key) {
        List<String> below = new ArrayList<>(path);
        below.add(key);
        return List.copyOf(below);
    }
}
