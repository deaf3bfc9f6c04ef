package dev.hauberk.crypto.rotation;

import dev.hauberk.crypto.field.Envelope;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Looks through one column. The database counts what begins with a mark; only what has one further on is read whole. */
final class ColumnScan {
    /** A hash of 256 bits in base64url. */
    private static final String HASH = "[A-Za-z0-9_-]{43}";

    private static final int FETCH = 500;

    private final Catalogue.Column column;
    private final Database database;
    private final String from;
    private final String name;

    ColumnScan(Database database, Catalogue catalogue, Catalogue.Column column) {
        this.database = database;
        this.column = column;
        this.from = " from " + catalogue.quoted(column.table()) + " where ";
        this.name = catalogue.quoted(column.name());
    }

    /** What is done with a row. */
    @FunctionalInterface
    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** The envelopes of each key. */
    List<KeyHolding> envelopes(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        if (column.kind() == ColumnKind.BINARY) {
            countBinary(connection, counts);
        } else {
            countText(connection, counts);
        }
        return counts.entrySet().stream()
                .map(count -> holding(count.getKey(), KeyHolding.Kind.ENVELOPE, count.getValue()))
                .toList();
    }

    /** The blind indexes of a key. */
    List<KeyHolding> indexes(Connection connection, String key) throws SQLException {
        if (column.kind() != ColumnKind.TEXT) {
            return List.of();
        }
        String text = database.text(name, column.kind());
        String start = key + ".";
        Pattern whole = Pattern.compile(Pattern.quote(start) + HASH);
        long[] count = new long[1];
        read(connection, "select " + text + from + text + " like ?", List.of(start + "%"), row -> {
            if (whole.matcher(row.getString(1)).matches()) {
                count[0]++;
            }
        });
        return count[0] == 0 ? List.of() : List.of(holding(key, KeyHolding.Kind.BLIND_INDEX, count[0]));
    }

    private void countText(Connection connection, Map<String, Long> counts) throws SQLException {
        String text = database.text(name, column.kind());
        String start = database.start(text, Marks.START_CHARACTERS);
        read(
                connection,
                counted(start, text + " like ?"),
                List.of(Envelope.MARK + "%"),
                row -> add(Marks.keysIn(row.getString(1)), row.getLong(2), counts));
        read(
                connection,
                "select " + text + from + text + " like ?",
                List.of("_%" + Envelope.MARK + "%"),
                // What the first character begins was counted above.
                row -> add(Marks.keysIn(row.getString(1).substring(1)), 1, counts));
    }

    private void countBinary(Connection connection, Map<String, Long> counts) throws SQLException {
        String start = "substring(" + name + ", 1, " + Marks.START_BYTES + ")";
        String mark = "substring(" + name + ", 1, " + Marks.bytes().length + ")";
        read(
                connection,
                counted(start, mark + " = ?"),
                List.of(Marks.bytes()),
                row -> add(Marks.keysIn(row.getBytes(1), 0), row.getLong(2), counts));
        read(
                connection,
                "select " + name + from + database.holds("substring(" + name + ", 2)") + " or " + database.holds(name),
                List.of(Marks.bytes(), Marks.textBytes()),
                row -> add(Marks.keysIn(row.getBytes(1), 1), 1, counts));
    }

    /** A column of a derived table is what every database groups by. */
    private String counted(String start, String condition) {
        return "select beginning, count(*) from (select " + start + " as beginning" + from + condition
                + ") beginnings group by beginning";
    }

    private static void add(List<String> keys, long times, Map<String, Long> counts) {
        keys.forEach(key -> counts.merge(key, times, Long::sum));
    }

    private static void read(Connection connection, String sql, List<Object> values, Reader reader)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // Else a driver may hold all rows at once.
            statement.setFetchSize(FETCH);
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private KeyHolding holding(String key, KeyHolding.Kind kind, long count) {
        return new KeyHolding(column.table(), column.name(), key, kind, count);
    }
}
