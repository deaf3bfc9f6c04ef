package dev.hauberk.store.jdbc;

import dev.hauberk.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Runs work in a short transaction of its own. It sets nothing on the session of the database but auto-commit, which it restores, and
 * takes no lock that outlives a transaction, so that a pool in front of the database may hand sessions around.
 *
 * <p>What the database gives up for another transaction's sake (a deadlock, a serialisation failure, a row that changed since it was
 * read) is done again from its start, five times in all. A wait for a lock that was too long is not: whoever waited has waited. No
 * exception has the driver's message or a value of a row. Thread-safe.
 */
public final class Transactions {
    private static final int TRIES = 5;

    private final DataSource dataSource;
    private final String what;

    /**
     * @param dataSource best a pool; what it sets for auto-commit does not matter
     * @param what whose database it is, for messages: {@code the accounts}
     */
    public Transactions(DataSource dataSource, String what) {
        this.dataSource = dataSource;
        this.what = what;
    }

    /** What is done with a connection, which it neither keeps nor closes. It may be done more than once. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it; whatever it throws rolls back all of it. */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Commits what the work did, or rolls back all of it where it throws.
     *
     * @throws RefusedException where the database takes the transaction, but not a value in it
     * @throws UnavailableException where it fails otherwise; where that was in the commit itself, nobody knows whether it was done
     */
    public <T> T run(Work<T> work) {
        return repeated(() -> inTransaction(work));
    }

    /**
     * Reads by one statement, which is a snapshot by itself and costs one trip.
     *
     * @throws UnavailableException where the database fails
     */
    public <T> T read(Work<T> work) {
        return repeated(() -> inOneStatement(work));
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws SQLException;
    }

    private <T> T repeated(Attempt<T> attempt) {
        for (int left = TRIES - 1; ; left--) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                Failure failure = Failure.of(e);
                if (left == 0 || !failure.isTransient()) {
                    throw failure.exception(what);
                }
            }
        }
    }

    private <T> T inOneStatement(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            T result = work.with(connection);
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            return result;
        }
    }

    private <T> T inTransaction(Work<T> work) throws SQLException {
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

    private void rollBack(Connection connection, boolean before, Throwable because) {
        try {
            connection.rollback();
            // Only now: turning auto-commit on in an open transaction would commit it.
            connection.setAutoCommit(before);
        } catch (SQLException e) {
            because.addSuppressed(Failure.of(e).exception(what));
        }
    }
}
