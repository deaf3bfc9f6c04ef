package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("DATA-6")
class RotationSchemaTest {
    @Test
    void installsTwiceAndKeepsWhatIsThere() {
        DataSource database = Databases.h2();
        People people = People.in(database).with(1);
        people.rotation().column(People.column()).build().run();

        RotationSchema.install(database);

        assertThat(Databases.texts(database, "select target from hauberk_rotations"))
                .containsExactly("k2");
    }

    @Test
    void installsFromManyNodesAtOnce() throws Exception {
        DataSource database = Databases.h2();
        Callable<Boolean> node = () -> {
            RotationSchema.install(database);
            return Databases.texts(database, "select target from hauberk_rotations")
                    .isEmpty();
        };

        assertThat(Race.of(Collections.nCopies(8, node))).containsOnly(true);
    }

    @Test
    void triesAgainWhereAnotherNodeMakesTheTableAtTheSameMoment() {
        for (String state : List.of("23505", "42710")) {
            DataSource database = Databases.h2();
            AtomicInteger failures = new AtomicInteger(4);
            DataSource way = failing(database, failures, state);

            RotationSchema.install(way);

            assertThat(failures).hasValue(-1);
            assertThat(Databases.texts(database, "select target from hauberk_rotations"))
                    .isEmpty();
        }
    }

    @Test
    void doesNotTryForEver() {
        AtomicInteger failures = new AtomicInteger(5);
        DataSource way = failing(Databases.h2(), failures, "42710");

        assertThatThrownBy(() -> RotationSchema.install(way))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("the tables of rotation cannot be made or looked at")
                .hasMessageContaining("SQLSTATE 42710");
        assertThat(failures).hasValue(0);
    }

    @Test
    void refusesOtherDatabases() {
        DataSource other = other();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RotationSchema.install(other))
                .withMessageContaining("H2, PostgreSQL or MariaDB");
        assertThatIllegalArgumentException().isThrownBy(People.rotation(other).column(People.column())::build);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EnvelopeScan.of(other).envelopes());
    }

    private static DataSource failing(DataSource database, AtomicInteger failures, String state) {
        return Tapped.of(database, new Tapped.Tap() {
            @Override
            public void before(String call) throws SQLException {
                if (call.isEmpty() && failures.getAndDecrement() > 0) {
                    throw new SQLException("made at the same moment", state);
                }
            }
        });
    }

    /** One that says it is Oracle. */
    private static DataSource other() {
        Object data = proxy(DatabaseMetaData.class, "Oracle");
        Object connection = Proxy.newProxyInstance(
                RotationSchemaTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, values) -> switch (method.getName()) {
                    case "getMetaData" -> data;
                    case "getAutoCommit" -> true;
                    default -> null;
                });
        return (DataSource) proxy(DataSource.class, connection);
    }

    private static Object proxy(Class<?> type, Object answer) {
        return Proxy.newProxyInstance(
                RotationSchemaTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, values) -> answer);
    }
}
