package dev.hauberk.identity;

/**
 * Whatever holds something by an account: sessions, and later keys and grants. It is told of a change that has been
 * committed, and ends what may not outlive it. Thread-safe.
 */
@FunctionalInterface
public interface Revoker {
    /**
     * An account changed a moment ago: what was read of it before is old.
     *
     * @param user the account's id
     */
    void changed(String user, Change change);

    /** One that holds nothing. */
    static Revoker none() {
        return (user, change) -> {};
    }

    /** This one, and then another, which is told even where this one fails. */
    default Revoker and(Revoker other) {
        return (user, change) -> {
            try {
                changed(user, change);
            } finally {
                other.changed(user, change);
            }
        };
    }

    /** What changed. */
    enum Change {
        /** The password. */
        PASSWORD,
        /** The roles, so that nothing was lost. */
        ROLES,
        /** The roles, so that the rank fell or a permission was lost. */
        DOWNGRADE,
        /** It was terminated. */
        TERMINATION
    }
}
