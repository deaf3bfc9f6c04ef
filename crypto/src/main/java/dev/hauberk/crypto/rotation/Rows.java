package dev.hauberk.crypto.rotation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The statements of one column. Every name in them was looked up in the database; every value is a parameter. Immutable.
 *
 * <p>Rows are read in the order of the primary key, a page after the last row of the one before, so that neither an insert nor a
 * deletion moves a row out of sight.
 */
final class Rows {
    private final String table;
    private final String column;
    private final Names names;
    private final List<KeyType> types;
    private final ColumnKind kind;

    private Rows(Catalogue.Column value, Names names, List<KeyType> types) {
        this.table = value.table();
        this.column = value.name();
        this.names = names;
        this.types = types;
        this.kind = value.kind();
    }

    /** What stands in statements, quoted. */
    private record Names(
            String table,
            List<String> key,
            String value,
            Optional<String> tenant,
            Optional<String> index,
            Optional<String> source) {
        /** All that a {@link Row} is made of. */
        String selected() {
            return String.join(", ", key) + ", " + value + ", " + tenant.orElse("null") + ", " + index.orElse("null")
                    + ", " + source.orElse("null");
        }

        /** Rows that have something to encrypt. */
        String filled() {
            return source.map(from -> "(" + value + " is not null or " + from + " is not null)")
                    .orElse(value + " is not null");
        }

        /** Exactly one row. */
        String one() {
            return key.stream().map(name -> name + " = ?").collect(Collectors.joining(" and "));
        }

        /** Rows after one: the first part alone is what an index is entered by. */
        String after() {
            String steps = IntStream.range(0, key.size())
                    .mapToObj(i ->
                            key.subList(0, i).stream()
                                            .map(name -> name + " = ? and ")
                                            .collect(Collectors.joining()) + key.get(i) + " > ?")
                    .collect(Collectors.joining(") or ("));
            return key.get(0) + " >= ? and ((" + steps + "))";
        }
    }

    /**
     * The statements for a column.
     *
     * @throws IllegalArgumentException where the database has no such column, or one that cannot be taken so
     */
    static Rows of(Catalogue catalogue, EncryptedColumn column) {
        String table = column.table();
        Catalogue.Column value = catalogue.find(table, column.column());
        List<KeyType> types = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (String part : column.key()) {
            Catalogue.Column found = catalogue.find(table, part);
            types.add(found.keyType()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "the column " + part + " of " + table + " is of a type that cannot be a key's here")));
            key.add(catalogue.quoted(found.name()));
        }
        check(value, column);
        Optional<String> tenant = column.owner() instanceof EncryptedColumn.Owner.In in
                ? Optional.of(
                        catalogue.quoted(catalogue.find(table, in.column()).name()))
                : Optional.empty();
        Names names = new Names(
                catalogue.quoted(value.table()),
                List.copyOf(key),
                catalogue.quoted(value.name()),
                tenant,
                column.index()
                        .map(index -> catalogue.quoted(
                                catalogue.find(table, index.column()).name())),
                column.source()
                        .map(source -> catalogue.quoted(
                                catalogue.find(table, source.column()).name())));
        return new Rows(value, names, List.copyOf(types));
    }

    private static void check(Catalogue.Column value, EncryptedColumn column) {
        String called = "the column " + column.column() + " of " + column.table();
        if (value.kind() != ColumnKind.TEXT && value.kind() != ColumnKind.BINARY) {
            throw new IllegalArgumentException(called + " holds neither texts nor bytes, and so no envelopes");
        }
        boolean needsText = column.index().isPresent() || column.source().isPresent();
        if (needsText && value.kind() == ColumnKind.BINARY) {
            throw new IllegalArgumentException(
                    called + " is binary: what is indexed or comes from another column is a text");
        }
    }

    /** The table, as the database names it. */
    String table() {
        return table;
    }

    /** The column, as the database names it. */
    String column() {
        return column;
    }

    /** Both. */
    String place() {
        return table + "." + column;
    }

    /** How many rows there are to look at. */
    long count(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select count(*) from " + names.table() + " where " + names.filled());
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** The next rows after one, or the first ones, in the order of the primary key. */
    List<Row> page(Connection connection, Optional<List<String>> after, int limit) throws SQLException {
        String keys = String.join(", ", names.key());
        try (PreparedStatement statement = connection.prepareStatement("select " + names.selected() + " from "
                + names.table() + " where " + names.filled()
                + after.map(key -> " and " + names.after()).orElse("") + " order by " + keys + " limit ?")) {
            int at = 1;
            if (after.isPresent()) {
                at = bindAfter(statement, after.get());
            }
            statement.setInt(at, limit);
            return read(statement);
        }
    }

    /**
     * Locks rows, and says what they hold now. Those that somebody else is writing are left out instead of waited for: who
     * holds locks and waits for none is part of no deadlock.
     */
    List<Row> lock(Connection connection, List<Row> rows) throws SQLException {
        return find(connection, rows, " for update skip locked");
    }

    /** What rows hold now. */
    List<Row> find(Connection connection, List<Row> rows) throws SQLException {
        return find(connection, rows, "");
    }

    private List<Row> find(Connection connection, List<Row> rows, String locking) throws SQLException {
        String each = String.join(") or (", Collections.nCopies(rows.size(), names.one()));
        try (PreparedStatement statement = connection.prepareStatement(
                "select " + names.selected() + " from " + names.table() + " where ((" + each + "))" + locking)) {
            int at = 1;
            for (Row row : rows) {
                at = bind(statement, at, row.key(), types.size());
            }
            return read(statement);
        }
    }

    /**
     * Writes a row anew, if it holds still what was read.
     *
     * @return how many rows that were: one or none
     */
    int update(Connection connection, Row row, Outcome.Resealed to) throws SQLException {
        String set = names.value() + " = ?"
                + names.index().map(name -> ", " + name + " = ?").orElse("");
        String unchanged = names.value() + (row.value().isPresent() ? " = ?" : " is null");
        try (PreparedStatement statement = connection.prepareStatement(
                "update " + names.table() + " set " + set + " where " + names.one() + " and " + unchanged)) {
            int at = 1;
            to.value().bind(statement, at++);
            if (to.index().isPresent()) {
                statement.setString(at++, to.index().get());
            }
            at = bind(statement, at, row.key(), types.size());
            if (row.value().isPresent()) {
                row.value().get().bind(statement, at);
            }
            return statement.executeUpdate();
        }
    }

    /** As {@link Names#after}: the first part, and then for each part those before it and itself. */
    private int bindAfter(PreparedStatement statement, List<String> key) throws SQLException {
        int at = bind(statement, 1, key, 1);
        for (int parts = 1; parts <= key.size(); parts++) {
            at = bind(statement, at, key, parts);
        }
        return at;
    }

    private int bind(PreparedStatement statement, int from, List<String> key, int parts) throws SQLException {
        for (int i = 0; i < parts; i++) {
            types.get(i).bind(statement, from + i, key.get(i));
        }
        return from + parts;
    }

    private List<Row> read(PreparedStatement statement) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(row(found));
            }
        }
        return rows;
    }

    private Row row(ResultSet found) throws SQLException {
        List<String> key = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            key.add(types.get(i).read(found, i + 1));
        }
        int at = types.size();
        return new Row(
                List.copyOf(key),
                Optional.ofNullable(found.getString(at + 2)),
                Stored.read(found, at + 1, kind),
                Optional.ofNullable(found.getString(at + 3)),
                Optional.ofNullable(found.getString(at + 4)));
    }
}
