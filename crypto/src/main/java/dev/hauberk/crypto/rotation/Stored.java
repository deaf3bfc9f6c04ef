package dev.hauberk.crypto.rotation;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** What a column holds in a row, as it is stored. */
sealed interface Stored {
    /** Puts it into a statement. */
    void bind(PreparedStatement statement, int index) throws SQLException;

    /** What stands in a row, or empty for null. */
    static Optional<Stored> read(ResultSet row, int index, ColumnKind kind) throws SQLException {
        return kind == ColumnKind.BINARY
                ? Optional.ofNullable(row.getBytes(index)).map(Bytes::new)
                : Optional.ofNullable(row.getString(index)).map(Text::new);
    }

    /** Of a column of texts. */
    record Text(String text) implements Stored {
        @Override
        public void bind(PreparedStatement statement, int index) throws SQLException {
            statement.setString(index, text);
        }
    }

    /** Of a binary column. Equal where the bytes are. */
    record Bytes(byte[] bytes) implements Stored {
        @Override
        public void bind(PreparedStatement statement, int index) throws SQLException {
            statement.setBytes(index, bytes);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }
}
