package dev.hauberk.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy cannot be kept as it is written. Carries every problem, not only the first. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public PolicyException(List<Problem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in the order of the places. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        return problems.stream()
                .map(problem -> "\n  " + problem)
                .collect(Collectors.joining("", "the security policy has " + problems.size() + " problem(s):", ""));
    }
}
