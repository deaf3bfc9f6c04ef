package dev.hauberk.crypto.rotation;

/** Another node took a column over, since this one seemed to be gone. What this one wanted to write is rolled back. */
final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException() {
        super("another node rotates this column now");
    }
}
