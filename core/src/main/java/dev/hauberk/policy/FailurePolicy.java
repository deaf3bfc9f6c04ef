package dev.hauberk.policy;

import dev.hauberk.Control;
import java.time.Duration;
import java.util.Set;

/**
 * What a control does while something that it needs does not answer.
 *
 * @param redis what is done while Redis does not answer
 * @param within how long a decision may wait for it
 * @param closed limits that are closed then, whatever the others are
 */
public record FailurePolicy(
        @Setting(
                says =
                        "What is done while Redis does not answer: closed refuses, local goes on with this node's share, open lets pass.",
                or = "local",
                control = Control.RATE_1)
        Without redis,

        @Setting(says = "How long a decision may wait for it.", or = "50ms", control = Control.RATE_1)
        Duration within,

        @Setting(says = "Limits that are closed then, whatever the others are.", or = "auth", control = Control.RATE_1)
        Set<String> closed) {

    /** What is done without what should decide. */
    public enum Without {
        /** Nothing passes. */
        CLOSED,
        /** This node decides by itself, for its share of what all nodes have together. */
        LOCAL,
        /** Everything passes. */
        OPEN
    }

    /** What is done where the policy says nothing. */
    public static final FailurePolicy DEFAULT = new FailurePolicy(Without.LOCAL, Duration.ofMillis(50), Set.of("auth"));

    /** @throws IllegalArgumentException where there is no time at all, or more than anybody waits */
    public FailurePolicy {
        closed = Set.copyOf(closed);
        if (within.toMillis() < 1 || within.toMillis() > 10_000) {
            throw new IllegalArgumentException("within is between 1ms and 10s");
        }
    }

    /** What is done for one limit. */
    public Without of(String limit) {
        return closed.contains(limit) ? Without.CLOSED : redis;
    }
}
