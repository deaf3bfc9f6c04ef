package dev.hauberk.spring.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import java.util.List;

/** A start that must not succeed. */
public final class Refused {
    private Refused() {}

    /** What is said to be wrong. */
    public static List<Problem> problems(String policy, List<Class<?>> more, String... arguments) {
        Throwable thrown =
                catchThrowable(() -> Running.start(policy, more, arguments).close());
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof PolicyException)) {
            cause = cause.getCause();
        }
        assertThat(cause)
                .withFailMessage(() -> "it must not start for a policy's problem, but: " + thrown)
                .isInstanceOf(PolicyException.class);
        return ((PolicyException) cause).problems();
    }
}
