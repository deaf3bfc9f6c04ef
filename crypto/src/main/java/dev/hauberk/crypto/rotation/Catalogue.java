package dev.hauberk.crypto.rotation;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the database says its tables and columns are called. Names reach SQL only from here, quoted: what somebody configured is
 * looked up, and never written into a statement. Immutable.
 */
final class Catalogue {
    private static final String[] KINDS = {"TABLE", "BASE TABLE", "PARTITIONED TABLE", "MATERIALIZED VIEW"};

    private final String quote;
    private final List<Column> columns;

    private Catalogue(String quote, List<Column> columns) {
        this.quote = quote;
        this.columns = List.copyOf(columns);
    }

    /** The tables of the schema that the connection is in. */
    static Catalogue of(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        // MariaDB knows no schemas and says null; another schema's tables come with it where a catalogue has several.
        Set<String> tables = new HashSet<>();
        try (ResultSet rows = data.getTables(connection.getCatalog(), connection.getSchema(), null, KINDS)) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        List<Column> columns = new ArrayList<>();
        try (ResultSet rows = data.getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (rows.next()) {
                Column column = new Column(
                        rows.getString("TABLE_NAME"),
                        rows.getString("COLUMN_NAME"),
                        ColumnKind.of(rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")),
                        KeyType.of(rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME")));
                if (tables.contains(column.table())) {
                    columns.add(column);
                }
            }
        }
        return new Catalogue(data.getIdentifierQuoteString(), columns);
    }

    /**
     * A column as the database names it.
     *
     * @param keyType how it is taken as a part of a primary key, where it can be one
     */
    record Column(String table, String name, ColumnKind kind, Optional<KeyType> keyType) {}

    /** Every column of every table. */
    List<Column> columns() {
        return columns;
    }

    /**
     * Finds a column as it is written, or else as the only one that is written so but for the case of its letters: databases
     * fold names in ways of their own.
     *
     * @throws IllegalArgumentException where there is none, or more than one
     */
    Column find(String table, String column) {
        List<Column> rows = named(columns, Column::table, table);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("there is no table " + table + " in this schema");
        }
        if (rows.stream().map(Column::table).distinct().count() > 1) {
            throw new IllegalArgumentException("more than one table is called " + table + " but for its letters' case");
        }
        List<Column> found = named(rows, Column::name, column);
        if (found.size() != 1) {
            throw new IllegalArgumentException("the table " + table + " has " + found.size() + " columns " + column);
        }
        return found.get(0);
    }

    private static List<Column> named(List<Column> columns, Function<Column, String> by, String name) {
        List<Column> exact =
                columns.stream().filter(column -> by.apply(column).equals(name)).toList();
        return exact.isEmpty()
                ? columns.stream()
                        .filter(column -> by.apply(column).equalsIgnoreCase(name))
                        .toList()
                : exact;
    }

    /** A name as a statement takes it. */
    String quoted(String name) {
        return quote + name.replace(quote, quote + quote) + quote;
    }
}
