package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DATA-2")
class DatabaseTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2         | TEXT       | c                                              | cast(substring(x, 1, 9) as character varying)",
                "H2         | STRUCTURED | cast(c as character large object)              | cast(substring(x, 1, 9) as character varying)",
                "POSTGRESQL | TEXT       | cast(c as text) collate \"C\"                  | substring(x, 1, 9)",
                "POSTGRESQL | STRUCTURED | cast(c as text) collate \"C\"                  | substring(x, 1, 9)",
                "MARIADB    | TEXT       | cast(convert(c using utf8mb4) as binary)       | substring(x, 1, 9)",
                "MARIADB    | STRUCTURED | cast(convert(c using utf8mb4) as binary)       | substring(x, 1, 9)",
            })
    void comparesLettersOnlyWithThemselves(Database database, ColumnKind kind, String text, String start) {
        assertThat(database.text("c", kind)).isEqualTo(text);
        assertThat(database.start("x", 9)).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({"H2, h2", "POSTGRESQL, postgresql", "MARIADB, mariadb"})
    void hasAScriptOfItsOwn(Database database, String folder) {
        assertThat(getClass().getResource("/META-INF/hauberk/sql/rotation/" + folder + "/V1__rotations.sql"))
                .isNotNull();
    }
}
