package dev.hauberk.audit;

/** A record could not be appended, so what it is about must not happen. */
public final class AuditException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what failed, without a person's data */
    public AuditException(String message, Throwable cause) {
        super(message, cause);
    }
}
