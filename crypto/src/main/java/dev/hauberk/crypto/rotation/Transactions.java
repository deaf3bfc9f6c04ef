package dev.hauberk.crypto.rotation;

import dev.hauberk.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs work in a short transaction of its own. It sets nothing on the session of the database but auto-commit, which it
 * restores, so that a pool in front of the database may hand sessions around.
 */
final class Transactions {
    private static final int TRIES = 5;

    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with a connection; done again from its start where the database took another transaction's side. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * Commits what the work did, or rolls back all of it where it throws.
     *
     * @throws RefusedException where the database takes the transaction, but not a value in it
     * @throws UnavailableException where it fails otherwise
     */
    <T> T run(Work<T> work) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return attempt(work);
            } catch (SQLException e) {
                if (left == 0 || !isTransient(e)) {
                    throw failure(e);
                }
            }
        }
    }

    private <T> T attempt(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                connection.setAutoCommit(before);
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, before, e);
                throw e;
            }
        }
    }

    private static void rollBack(Connection connection, boolean before, Throwable because) {
        try {
            connection.rollback();
            // Only now: turning auto-commit on in an open transaction would commit it.
            connection.setAutoCommit(before);
        } catch (SQLException e) {
            because.addSuppressed(failure(e));
        }
    }

    /** Class 40 of SQLSTATE: a deadlock or a serialisation failure, and nothing of the transaction is left. */
    private static boolean isTransient(SQLException e) {
        return state(e).startsWith("40");
    }

    /** Classes 22 and 23: too long, out of range, or against a constraint. */
    private static RuntimeException failure(SQLException e) {
        String state = state(e);
        return state.startsWith("22") || state.startsWith("23")
                ? new RefusedException()
                : new UnavailableException("the database of a rotation failed: SQLSTATE " + state + ", error "
                        + e.getErrorCode() + ", " + e.getClass().getName());
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "none" : state;
    }
}
