package dev.hauberk;

/**
 * What a control says to a question. Deny is the default everywhere: whoever cannot say {@link Granted} says
 * {@link Denied}.
 */
public sealed interface Decision {
    /** The control that decided. */
    Control control();

    /** Where the deciding rule is written, for example {@code hauberk.yml:14}; or what stands in for a rule. */
    String rule();

    /** Whether it is granted. */
    default boolean isGranted() {
        return this instanceof Granted;
    }

    /**
     * It may be done.
     *
     * @param by what gave it, for example {@code role org_admin}
     */
    record Granted(Control control, String rule, String by) implements Decision {}

    /**
     * It may not.
     *
     * @param reason why
     * @param remedy what would have permitted it, for the log and never for the client
     */
    record Denied(Control control, String rule, Reason reason, String remedy) implements Decision {}
}
