package dev.hauberk.crypto.rotation;

/** The database works and refuses a value: it is too long, or against a constraint. Without a cause, which could quote it. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException() {
        super("the database refuses a value");
    }
}
