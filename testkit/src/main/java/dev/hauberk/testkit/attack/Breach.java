package dev.hauberk.testkit.attack;

/** An attack that succeeded. Its message holds the control, what was expected, what came, the line of the policy, and a {@code curl}. */
public final class Breach extends AssertionError {
    private static final long serialVersionUID = 1L;

    Breach(String message) {
        super(message);
    }
}
