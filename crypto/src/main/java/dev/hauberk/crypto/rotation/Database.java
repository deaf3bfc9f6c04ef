package dev.hauberk.crypto.rotation;

import dev.hauberk.store.jdbc.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** What differs between databases. */
enum Database {
    H2 {
        @Override
        String text(String column, ColumnKind kind) {
            return kind == ColumnKind.TEXT ? column : "cast(" + column + " as character large object)";
        }

        @Override
        String start(String text, int length) {
            return "cast(substring(" + text + ", 1, " + length + ") as character varying)";
        }

        @Override
        String holds(String bytes) {
            // Its position reads bytes as UTF-8, in which the byte before may take the first one in.
            return "position(rawtohex(cast(? as binary varying)) in rawtohex(" + bytes + ")) > 0";
        }
    },
    POSTGRESQL {
        @Override
        String text(String column, ColumnKind kind) {
            return "cast(" + column + " as text) collate \"C\"";
        }

        @Override
        String start(String text, int length) {
            return "substring(" + text + ", 1, " + length + ")";
        }
    },
    MARIADB {
        @Override
        String text(String column, ColumnKind kind) {
            return "cast(convert(" + column + " using utf8mb4) as binary)";
        }

        @Override
        String start(String text, int length) {
            return "substring(" + text + ", 1, " + length + ")";
        }
    };

    /** A column's text, in which letters are equal only to themselves. */
    abstract String text(String column, ColumnKind kind);

    /** The first characters of a text, likewise. */
    abstract String start(String text, int length);

    /** Whether bytes hold others, which are its one parameter; where it says so of bytes that do not, nothing is missed. */
    String holds(String bytes) {
        return "position(? in " + bytes + ") > 0";
    }

    /**
     * The database of a connection.
     *
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    static Database of(Connection connection) throws SQLException {
        return valueOf(Dialect.of(connection).name());
    }
}
