package dev.hauberk.spring;

import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows every problem of a policy, each with its place and remedy, in place of a stack trace. */
class PolicyFailureAnalyzer extends AbstractFailureAnalyzer<PolicyException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyException cause) {
        String description = cause.problems().stream()
                .map(problem -> "  - " + problem.place() + "  " + problem.path()
                        + problem.control()
                                .map(control -> " [" + control.id() + "]")
                                .orElse("")
                        + System.lineSeparator() + "      asked: " + problem.asked() + System.lineSeparator()
                        + "      set:   " + problem.set())
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "The security policy cannot be kept as it is written:" + System.lineSeparator(),
                        ""));
        String action = cause.problems().stream()
                .map(Problem::remedy)
                .distinct()
                .map(remedy -> "  - " + remedy)
                .collect(Collectors.joining(System.lineSeparator(), "Change the policy:" + System.lineSeparator(), ""));
        return new FailureAnalysis(description, action, cause);
    }
}
