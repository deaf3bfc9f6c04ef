package dev.hauberk.crypto.rotation;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/** What a column of a primary key may hold: what has one text that the database orders and finds it by. */
enum KeyType {
    WHOLE {
        @Override
        String read(ResultSet row, int index) throws SQLException {
            return Long.toString(row.getLong(index));
        }

        @Override
        void bind(PreparedStatement statement, int index, String text) throws SQLException {
            statement.setLong(index, Long.parseLong(text));
        }
    },
    DECIMAL {
        @Override
        String read(ResultSet row, int index) throws SQLException {
            return row.getBigDecimal(index).toPlainString();
        }

        @Override
        void bind(PreparedStatement statement, int index, String text) throws SQLException {
            statement.setBigDecimal(index, new BigDecimal(text));
        }
    },
    TEXT {
        @Override
        String read(ResultSet row, int index) throws SQLException {
            return row.getString(index);
        }

        @Override
        void bind(PreparedStatement statement, int index, String text) throws SQLException {
            statement.setString(index, text);
        }
    },
    UNIQUE_ID {
        @Override
        String read(ResultSet row, int index) throws SQLException {
            return row.getObject(index, UUID.class).toString();
        }

        @Override
        void bind(PreparedStatement statement, int index, String text) throws SQLException {
            statement.setObject(index, UUID.fromString(text));
        }
    };

    /** The text of a key's part, which is also what a field's context says of the row. */
    abstract String read(ResultSet row, int index) throws SQLException;

    /** Puts that text into a statement, in the database's own type so that its index is used. */
    abstract void bind(PreparedStatement statement, int index, String text) throws SQLException;

    /**
     * How a column is taken, or empty where it cannot be.
     *
     * @param type of {@link Types}
     * @param name the database's own name of it
     */
    static Optional<KeyType> of(int type, String name) {
        if (name.equalsIgnoreCase("uuid")) {
            return Optional.of(UNIQUE_ID);
        }
        return switch (type) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(WHOLE);
            case Types.NUMERIC, Types.DECIMAL -> Optional.of(DECIMAL);
            case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
