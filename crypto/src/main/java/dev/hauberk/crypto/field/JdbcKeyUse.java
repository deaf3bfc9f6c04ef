package dev.hauberk.crypto.field;

import dev.hauberk.store.jdbc.RefusedException;
import dev.hauberk.store.jdbc.Transactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** A {@link KeyUse} in a table: one row a key, which an update locks until the new number was read. */
final class JdbcKeyUse implements KeyUse {
    private static final String ADD = "update hauberk_key_uses set uses = uses + ? where key_id = ?";
    private static final String READ = "select uses from hauberk_key_uses where key_id = ?";
    private static final String BEGIN = "insert into hauberk_key_uses (key_id, uses) values (?, 0)";

    private final Transactions transactions;

    JdbcKeyUse(DataSource dataSource) {
        this.transactions = new Transactions(dataSource, "the uses of keys");
    }

    @Override
    public long reserve(String keyId, long uses) {
        // Nothing is lost where a commit failed: uses that nobody hands out count as used.
        OptionalLong after = transactions.run(connection -> add(connection, keyId, uses));
        if (after.isEmpty()) {
            begin(keyId);
            after = transactions.run(connection -> add(connection, keyId, uses));
        }
        return after.orElseThrow() - uses;
    }

    /** How many uses the key has then; nothing where no node has begun it. */
    private static OptionalLong add(Connection connection, String keyId, long uses) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADD)) {
            update.setLong(1, uses);
            update.setString(2, keyId);
            if (update.executeUpdate() == 0) {
                return OptionalLong.empty();
            }
        }
        try (PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, keyId);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return OptionalLong.of(row.getLong(1));
            }
        }
    }

    private void begin(String keyId) {
        try {
            int unused = transactions.run(connection -> insert(connection, keyId));
        } catch (RefusedException e) {
            // Another node may have begun it meanwhile: then it is there, which is all that is wanted.
            if (!e.isDuplicate()) {
                throw e;
            }
        }
    }

    private static int insert(Connection connection, String keyId) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setString(1, keyId);
            return insert.executeUpdate();
        }
    }
}
