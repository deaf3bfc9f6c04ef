package dev.hauberk.crypto.field;

/**
 * A stored value did not open. It is the same, with the same message and without a cause, whatever the reason: no envelope, a
 * version or a key that is not known, another place, a changed bit. What was stored is not to be trusted, and nothing of it is here.
 */
public final class CipherException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CipherException() {
        super("a stored value does not open: it is no envelope, was changed or moved, or its key is not in the ring"
                + " (docs/field-encryption.md says how to find out which)");
    }
}
