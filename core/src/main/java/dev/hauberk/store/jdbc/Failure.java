package dev.hauberk.store.jdbc;

import dev.hauberk.UnavailableException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a driver's exception means. Of its message nothing is taken, since drivers quote values there.
 *
 * @param state SQLSTATE, or {@code none}
 */
record Failure(String state, int code, String type) {
    private static final Set<String> ANOTHER_WAS_FASTER = Set.of("40001", "40P01");
    private static final Set<String> SESSION_HAS_OTHER_STATEMENTS = Set.of("26000", "42P05");
    /** H2's 90131 and MariaDB's 1020: the row changed since it was read. Both roll back what we roll back then. */
    private static final int H2_CHANGED = 90131;

    private static final int MARIADB_CHANGED = 1020;
    private static final int MARIADB_DUPLICATE = 1062;

    static Failure of(SQLException e) {
        @Nullable String state = e.getSQLState();
        return new Failure(
                state == null ? "none" : state, e.getErrorCode(), e.getClass().getName());
    }

    /**
     * Whether the database took another transaction's side: nothing of this one is left, and it may be done again. A commit of which
     * nobody knows how it went (08xxx, 40003) is none of these.
     */
    boolean isTransient() {
        return ANOTHER_WAS_FASTER.contains(state)
                || state.equals("90131") && code == H2_CHANGED
                || state.equals("HY000") && code == MARIADB_CHANGED;
    }

    RuntimeException exception(String what) {
        String message = "the database of " + what + " failed: SQLSTATE " + state + ", error " + code + ", " + type;
        // Classes 22 and 23: a value that is too long or out of range, or that a constraint refuses.
        return state.startsWith("22") || state.startsWith("23")
                ? new RefusedException(message, isDuplicate())
                : new UnavailableException(message + hint());
    }

    /** 23505 is PostgreSQL's and H2's; MariaDB says 23000 for every constraint and 1062 for this one. */
    private boolean isDuplicate() {
        return state.equals("23505") || state.equals("23000") && code == MARIADB_DUPLICATE;
    }

    private String hint() {
        return SESSION_HAS_OTHER_STATEMENTS.contains(state)
                ? "; a pool in front of PostgreSQL gives each transaction another session: set prepareThreshold=0 in the URL"
                : "";
    }
}
