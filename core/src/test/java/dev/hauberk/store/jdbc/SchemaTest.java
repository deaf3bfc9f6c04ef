package dev.hauberk.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("DATA-6")
class SchemaTest {
    private static final Schema FIRST = Schema.of(SchemaTest.class, "things", "V1__things.sql");
    private static final Schema SECOND = Schema.of(SchemaTest.class, "things", "V1__things.sql", "V2__colours.sql");

    private final DataSource database = TestDatabase.h2();

    @Test
    void makesWhatIsMissingAndFindsIt() {
        assertThatIllegalStateException()
                .isThrownBy(() -> FIRST.require(database))
                .withMessageContaining("the table things; and the table thing_parts")
                .withMessageContaining("META-INF/hauberk/sql/things/h2/V1__things.sql");

        FIRST.install(database);

        assertThatNoException().isThrownBy(() -> FIRST.require(database));
    }

    @Test
    void goesOnToALaterVersionAndKeepsWhatIsThere() {
        FIRST.install(database);
        TestDatabase.execute(database, "insert into things values ('1', 'ada', 'loom')");
        assertThatIllegalStateException()
                .isThrownBy(() -> SECOND.require(database))
                .withMessageContaining("the column things.colour")
                .withMessageContaining("the unique index things_colour on things (colour)")
                .withMessageContaining("V2__colours.sql");

        SECOND.install(database);

        assertThat(TestDatabase.texts(database, "select name from things where colour is null"))
                .containsExactly("loom");
        assertThatNoException().as("a node of the version before").isThrownBy(() -> FIRST.install(database));
    }

    @Test
    void changesNothingWhereNothingIsMissing() {
        SECOND.install(database);
        AtomicInteger statements = new AtomicInteger();

        SECOND.install(TestDatabase.failing(database, statements, 9, new SQLException("not allowed", "42501")));

        assertThat(statements).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "drop table thing_parts | the table thing_parts.",
                "alter table things drop column colour | the column things.colour; and the unique index things_colour",
                "alter table things drop constraint things_name | the unique index things_name on things (owner, name).",
                "drop index things_by_name | the index things_by_name on things (name).",
                "drop index things_colour | the unique index things_colour on things (colour).",
                "alter table things alter column colour varchar_ignorecase(10) | a binary collation of things.colour"
            })
    void namesWhatIsMissing(String sql, String missing) {
        SECOND.install(database);
        TestDatabase.execute(database, sql);

        assertThatIllegalStateException()
                .isThrownBy(() -> SECOND.require(database))
                .withMessageContaining(missing);
    }

    @Test
    void takesAnIndexUnderAnotherNameAndOneThatCoversMore() {
        SECOND.install(database);
        TestDatabase.execute(
                database,
                "drop index things_by_name",
                "create index ours on things (name, colour)",
                "drop index things_colour",
                "create unique index also_ours on things (colour)");

        assertThatNoException().isThrownBy(() -> SECOND.require(database));
    }

    @Test
    void takesNoUniqueIndexOverMoreOrOtherColumns() {
        SECOND.install(database);
        TestDatabase.execute(
                database, "drop index things_colour", "create unique index wider on things (colour, owner)");

        assertThatIllegalStateException()
                .isThrownBy(() -> SECOND.require(database))
                .withMessageContaining("things_colour");
    }

    @Test
    void saysWhatNoScriptMendsInsteadOfGoingOn() {
        FIRST.install(database);
        TestDatabase.execute(database, "alter table things drop constraint things_name");

        assertThatIllegalStateException()
                .isThrownBy(() -> FIRST.install(database))
                .withMessageContaining("the unique index things_name");
    }

    @Test
    void looksIntoItsOwnSchemaOnly() {
        FIRST.install(database);
        TestDatabase.execute(
                database, "create schema aXb", "create table aXb.things (colour varchar(10))", "create schema a_b");

        DataSource inside = TestDatabase.altered(DataSource.class, database, "getConnection", () -> {
            Connection connection = database.getConnection();
            connection.setSchema("A_B");
            return connection;
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> SECOND.require(inside))
                .withMessageContaining("the table things;");
    }

    @Test
    void looksAgainWhereAnotherNodeMakesATableAtThatMoment() {
        FIRST.install(database);
        AtomicInteger looks = new AtomicInteger();
        DataSource busy = TestDatabase.altered(DataSource.class, database, "getConnection", () -> {
            Connection connection = database.getConnection();
            return TestDatabase.altered(Connection.class, connection, "getCatalog", () -> {
                if (looks.incrementAndGet() < 5) {
                    throw new SQLException("secret", "HY000", 50_000);
                }
                return connection.getCatalog();
            });
        });

        assertThatNoException().isThrownBy(() -> FIRST.require(busy));
        looks.set(-1);
        assertThatThrownBy(() -> FIRST.require(busy))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("secret");
        assertThat(looks).hasValue(4);
    }

    @RepeatedTest(5)
    void installsFromManyNodesAtOnce() throws Exception {
        Callable<Boolean> node = () -> {
            SECOND.install(database);
            return TestDatabase.texts(database, "select id from things").isEmpty();
        };
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Boolean> empty = new ArrayList<>();
            for (Future<Boolean> one : nodes.invokeAll(Collections.nCopies(8, node))) {
                empty.add(one.get());
            }
            assertThat(empty).containsOnly(true);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void triesAgainWhereAnotherNodeMakesTheTableAtTheSameMoment() {
        for (String state : List.of("23505", "42710", "40001")) {
            DataSource fresh = TestDatabase.h2();
            AtomicInteger statements = new AtomicInteger();

            FIRST.install(TestDatabase.failing(fresh, statements, 4, new SQLException("at the same moment", state)));

            assertThatNoException().isThrownBy(() -> FIRST.require(fresh));
            assertThat(statements).hasValue(7);
        }
    }

    @Test
    void doesNotTryForEver() {
        AtomicInteger statements = new AtomicInteger();
        DataSource way = TestDatabase.failing(database, statements, 99, new SQLException("secret", "42710"));

        assertThatThrownBy(() -> FIRST.install(way))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("the tables of things cannot be made or looked at")
                .hasMessageContaining("SQLSTATE 42710")
                .hasMessageNotContaining("secret");
        assertThat(statements).hasValue(5);
    }

    @Test
    void refusesOtherDatabases() {
        DataSource other = TestDatabase.named(database, "Oracle");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIRST.install(other))
                .withMessageContaining("H2, PostgreSQL or MariaDB");
        assertThatIllegalArgumentException().isThrownBy(() -> FIRST.require(other));
    }

    @Test
    void saysThatAnArtifactIsDamaged() {
        Schema damaged = Schema.of(SchemaTest.class, "things", "V9__nothing.sql");

        assertThatIllegalStateException()
                .isThrownBy(() -> damaged.install(database))
                .withMessageContaining("it lacks /META-INF/hauberk/sql/things/h2/V9__nothing.sql");
    }
}
