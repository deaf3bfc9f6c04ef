package dev.hauberk.crypto.password;

/**
 * Too many passwords are being hashed, or waited too long for their turn. Nothing was decided: the request is refused for now
 * (503), no attempt failed, and the client may try again.
 */
public final class HashingOverloadedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is overloaded; nothing of a password */
    public HashingOverloadedException(String message) {
        super(message);
    }
}
