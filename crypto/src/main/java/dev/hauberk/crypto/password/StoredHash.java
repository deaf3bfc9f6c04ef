package dev.hauberk.crypto.password;

/**
 * The stored form of a password, once it is read. Part of compatibility: what was written once is read for ever. None shows
 * itself as text.
 */
interface StoredHash {
    /** Whether a password is the one of this form, compared in constant time. */
    boolean matches(byte[] password);

    /**
     * Whether it is all that its scheme would make of the same password today: of the form that is written and of no lower cost.
     */
    boolean isCurrent();

    /** What {@link #matches} costs; nothing where it answers without computing. */
    Work work(byte[] password);
}
