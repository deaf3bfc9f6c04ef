package dev.hauberk.store.jdbc;

import dev.hauberk.UnavailableException;

/**
 * The database works and refuses a value: it is too long, out of range or against a constraint. Nothing of the transaction is left.
 * Without a cause, which could quote the value.
 */
public final class RefusedException extends UnavailableException {
    private static final long serialVersionUID = 1L;

    private final boolean duplicate;

    RefusedException(String message, boolean duplicate) {
        super(message);
        this.duplicate = duplicate;
    }

    /** Whether a unique constraint refuses it: somebody else was there before. */
    public boolean isDuplicate() {
        return duplicate;
    }
}
