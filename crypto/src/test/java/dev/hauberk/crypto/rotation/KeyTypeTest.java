package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.JDBCType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-2")
class KeyTypeTest {
    @Test
    void takesWhatHasOneTextAndAnOrder() {
        for (String type : List.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT")) {
            assertThat(keyType(type)).as(type).contains(KeyType.WHOLE);
        }
        for (String type : List.of("NUMERIC", "DECIMAL")) {
            assertThat(keyType(type)).as(type).contains(KeyType.DECIMAL);
        }
        for (String type : List.of("CHAR", "VARCHAR", "NCHAR", "NVARCHAR")) {
            assertThat(keyType(type)).as(type).contains(KeyType.TEXT);
        }
        for (String type : List.of("DOUBLE", "TIMESTAMP", "BINARY", "OTHER", "CLOB", "BOOLEAN")) {
            assertThat(keyType(type)).as(type).isEmpty();
        }
        assertThat(KeyType.of(JDBCType.OTHER.getVendorTypeNumber(), "uuid")).contains(KeyType.UNIQUE_ID);
        assertThat(KeyType.of(JDBCType.BINARY.getVendorTypeNumber(), "UUID")).contains(KeyType.UNIQUE_ID);
    }

    @Test
    void knowsWhichColumnsMayHoldEnvelopes() {
        for (String type :
                List.of("CHAR", "VARCHAR", "LONGVARCHAR", "NCHAR", "NVARCHAR", "LONGNVARCHAR", "CLOB", "NCLOB")) {
            assertThat(kind(type)).as(type).isEqualTo(ColumnKind.TEXT);
        }
        for (String type : List.of("BINARY", "VARBINARY", "LONGVARBINARY", "BLOB")) {
            assertThat(kind(type)).as(type).isEqualTo(ColumnKind.BINARY);
        }
        for (String type : List.of("OTHER", "ARRAY", "SQLXML", "DISTINCT", "STRUCT")) {
            assertThat(kind(type)).as(type).isEqualTo(ColumnKind.STRUCTURED);
        }
        for (String type : List.of("BIGINT", "TIMESTAMP", "BOOLEAN")) {
            assertThat(kind(type)).as(type).isEqualTo(ColumnKind.NONE);
        }
        assertThat(ColumnKind.of(JDBCType.BINARY.getVendorTypeNumber(), "UUID")).isEqualTo(ColumnKind.NONE);
    }

    private static Optional<KeyType> keyType(String type) {
        return KeyType.of(JDBCType.valueOf(type).getVendorTypeNumber(), "x");
    }

    private static ColumnKind kind(String type) {
        return ColumnKind.of(JDBCType.valueOf(type).getVendorTypeNumber(), "x");
    }
}
