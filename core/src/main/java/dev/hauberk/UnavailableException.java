package dev.hauberk;

/**
 * Something that a control depends on did not answer, so it cannot say yes and does not. Filters answer 503.
 *
 * <p>It has no cause on purpose: a driver's own message may hold the values of a statement, and so a person's data.
 */
public class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what did not answer and with which code, without a person's data */
    public UnavailableException(String message) {
        super(message);
    }
}
