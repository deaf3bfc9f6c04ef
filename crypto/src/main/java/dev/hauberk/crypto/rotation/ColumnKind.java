package dev.hauberk.crypto.rotation;

import java.sql.Types;

/** How a column holds envelopes, if at all. */
enum ColumnKind {
    TEXT,
    BINARY,
    /** JSON, arrays and what else has a text that may hold one. */
    STRUCTURED,
    /** Numbers, dates and the like: never. */
    NONE;

    /**
     * The kind of a type.
     *
     * @param type of {@link Types}
     * @param name the database's own name of it
     */
    static ColumnKind of(int type, String name) {
        if (name.equalsIgnoreCase("uuid")) {
            return NONE;
        }
        return switch (type) {
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> TEXT;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BINARY;
            case Types.OTHER, Types.ARRAY, Types.SQLXML, Types.DISTINCT, Types.STRUCT -> STRUCTURED;
            default -> NONE;
        };
    }
}
