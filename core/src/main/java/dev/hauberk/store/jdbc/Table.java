package dev.hauberk.store.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A table as it is in the schema that a connection is in. Names are in lower case.
 *
 * @param folded the columns to which different letters are the same
 */
record Table(Set<String> columns, Collection<Index> indexes, Set<String> folded) {
    /** An index that holds for every row. */
    record Index(boolean unique, List<String> columns) {}

    static Optional<Table> find(Connection connection, Dialect dialect, String name) throws SQLException {
        Set<String> columns = new HashSet<>();
        Set<String> written = new HashSet<>();
        DatabaseMetaData data = connection.getMetaData();
        @Nullable String schema = connection.getSchema();
        String pattern = data.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
        try (ResultSet rows = data.getColumns(connection.getCatalog(), schema, pattern, null)) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                // An underscore in a pattern is any letter.
                if (table.equalsIgnoreCase(name) && Objects.equals(schema, rows.getString("TABLE_SCHEM"))) {
                    written.add(table);
                    columns.add(lower(rows.getString("COLUMN_NAME")));
                }
            }
        }
        if (written.size() != 1) {
            return Optional.empty();
        }
        String table = written.iterator().next();
        return Optional.of(
                new Table(columns, indexes(connection, dialect, table), names(connection, dialect.folded(), table)));
    }

    private static Collection<Index> indexes(Connection connection, Dialect dialect, String table) throws SQLException {
        Set<String> broken = names(connection, dialect.broken(), table);
        Map<String, Map<Integer, String>> columns = new LinkedHashMap<>();
        Set<String> unique = new HashSet<>();
        try (ResultSet rows = connection
                .getMetaData()
                .getIndexInfo(connection.getCatalog(), connection.getSchema(), table, false, true)) {
            while (rows.next()) {
                @Nullable String index = rows.getString("INDEX_NAME");
                // A partial index holds for some rows only.
                if (index != null && rows.getString("FILTER_CONDITION") == null && !broken.contains(lower(index))) {
                    columns.computeIfAbsent(index, any -> new TreeMap<>())
                            .put(rows.getInt("ORDINAL_POSITION"), lower(rows.getString("COLUMN_NAME")));
                    if (!rows.getBoolean("NON_UNIQUE")) {
                        unique.add(index);
                    }
                }
            }
        }
        List<Index> indexes = new ArrayList<>();
        columns.forEach((index, of) -> indexes.add(new Index(unique.contains(index), List.copyOf(of.values()))));
        return indexes;
    }

    private static Set<String> names(Connection connection, String sql, String table) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(lower(rows.getString(1)));
                }
            }
        }
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What of a demand is not there, in words; nothing where it is. */
    Optional<String> lacks(Demand demand) {
        if (demand instanceof Demand.Index index) {
            return lacks(index);
        }
        String column = ((Demand.Column) demand).name();
        return columns.contains(column) ? Optional.empty() : Optional.of("the column " + demand.table() + "." + column);
    }

    private Optional<String> lacks(Demand.Index index) {
        String described = index.name() + " on " + index.table() + " (" + String.join(", ", index.columns()) + ")";
        if (!index.unique()) {
            return indexes.stream().anyMatch(there -> startsWith(there.columns(), index.columns()))
                    ? Optional.empty()
                    : Optional.of("the index " + described);
        }
        if (indexes.stream()
                .noneMatch(there -> there.unique() && there.columns().equals(index.columns()))) {
            return Optional.of("the unique index " + described);
        }
        return index.columns().stream()
                .filter(folded::contains)
                .findFirst()
                .map(column -> "a binary collation of " + index.table() + "." + column
                        + ", without which different letters are the same to the unique index " + index.name());
    }

    private static boolean startsWith(List<String> columns, List<String> wanted) {
        return columns.size() >= wanted.size()
                && columns.subList(0, wanted.size()).equals(wanted);
    }
}
