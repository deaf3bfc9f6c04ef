package dev.hauberk.identity;

import dev.hauberk.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs work in a short transaction of its own, or in none. It sets nothing on the session of the database but auto-commit,
 * which it restores, so that a pool in front of the database may hand sessions around.
 */
final class Transactions {
    private final DataSource dataSource;

    Transactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads by one statement, which is a snapshot by itself. */
    <T> T read(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Commits what the work did, or rolls back all of it where it throws. */
    <T> T write(Work<T> work) {
        try {
            return attempt(work);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** As {@link #write}, with false where the work ran into a unique constraint. */
    boolean writeUnlessTaken(Work<Boolean> work) {
        try {
            return attempt(work);
        } catch (SQLException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw unavailable(e);
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
            because.addSuppressed(unavailable(e));
        }
    }

    /** 23505 is PostgreSQL's and H2's; MariaDB says 23000 for every constraint and 1062 for this one. */
    static boolean isDuplicate(SQLException e) {
        return "23505".equals(e.getSQLState()) || ("23000".equals(e.getSQLState()) && e.getErrorCode() == 1062);
    }

    static UnavailableException unavailable(SQLException e) {
        return new UnavailableException("the database of the accounts failed: SQLSTATE " + e.getSQLState() + ", error "
                + e.getErrorCode() + ", " + e.getClass().getName());
    }
}
