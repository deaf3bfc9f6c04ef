package dev.hauberk.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The databases that stores are kept on. */
public enum Dialect {
    /** H2, for development and tests. */
    H2(
            "select column_name from information_schema.columns where table_schema = current_schema and table_name = ?"
                    + " and data_type = 'VARCHAR_IGNORECASE'",
            "select '' where ? is null"),

    /** PostgreSQL, also behind PgBouncer in transaction mode. */
    POSTGRESQL(
            "select a.attname from pg_attribute a join pg_class t on t.oid = a.attrelid"
                    + " join pg_namespace n on n.oid = t.relnamespace join pg_collation c on c.oid = a.attcollation"
                    + " where n.nspname = current_schema() and t.relname = ? and not c.collisdeterministic",
            "select i.relname from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid"
                    + " join pg_namespace n on n.oid = t.relnamespace"
                    + " where n.nspname = current_schema() and t.relname = ? and not x.indisvalid"),

    /** MariaDB, by its own driver. */
    MARIADB(
            "select column_name from information_schema.columns where table_schema = database() and table_name = ?"
                    + " and collation_name not like '%bin'",
            "select '' from dual where ? is null");

    private final String folded;
    private final String broken;

    Dialect(String folded, String broken) {
        this.folded = folded;
        this.broken = broken;
    }

    /**
     * The database of a connection.
     *
     * @throws IllegalArgumentException where it is another
     */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toUpperCase(Locale.ROOT);
        for (Dialect dialect : values()) {
            if (dialect.name().equals(product)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException(
                "tables are kept on H2, PostgreSQL or MariaDB, and this database is another: implement the store's own interface");
    }

    /** Where its scripts are. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Asks for the columns of a table, its one parameter, to which different letters are the same. */
    String folded() {
        return folded;
    }

    /** Asks for the indexes of a table, its one parameter, that are there and do not hold. */
    String broken() {
        return broken;
    }
}
