package dev.hauberk.crypto.field;

import dev.hauberk.UnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A {@link KeyUse} in a table: one row a key, which a conditional update locks until the new number was read. It sets nothing on
 * the session but auto-commit, which it restores.
 */
final class JdbcKeyUse implements KeyUse {
    private static final String ADD = "update hauberk_key_uses set uses = uses + ? where key_id = ?";
    private static final String READ = "select uses from hauberk_key_uses where key_id = ?";
    private static final String BEGIN = "insert into hauberk_key_uses (key_id, uses) values (?, 0)";

    private final DataSource dataSource;

    JdbcKeyUse(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public long reserve(String keyId, long uses) {
        try (Connection connection = dataSource.getConnection()) {
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(true);
            if (isNew(connection, keyId)) {
                begin(connection, keyId);
            }
            connection.setAutoCommit(false);
            try {
                long reserved = add(connection, keyId, uses) - uses;
                connection.commit();
                return reserved;
            } finally {
                // Nothing is lost where a commit failed: uses that nobody hands out count as used.
                connection.rollback();
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw new UnavailableException("the count of the uses of keys failed: SQLSTATE " + e.getSQLState()
                    + ", error " + e.getErrorCode() + ", " + e.getClass().getName());
        }
    }

    private static long add(Connection connection, String keyId, long uses) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADD)) {
            update.setLong(1, uses);
            update.setString(2, keyId);
            update.executeUpdate();
        }
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, keyId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean isNew(Connection connection, String keyId) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, keyId);
            try (ResultSet row = query.executeQuery()) {
                return !row.next();
            }
        }
    }

    /** Another node may have begun it meanwhile: then it is there, which is all that is wanted. */
    private static void begin(Connection connection, String keyId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setString(1, keyId);
            insert.executeUpdate();
        } catch (SQLException e) {
            if (isNew(connection, keyId)) {
                throw e;
            }
        }
    }
}
