package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-6")
class TransactionsTest {
    private final DataSource database = Databases.h2();

    @BeforeEach
    void makeTable() {
        Databases.execute(database, "create table t (id int primary key)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void triesAgainWhereTheDatabaseTookAnothersSide(String state) {
        AtomicInteger tries = new AtomicInteger();

        int written = new Transactions(database).run(connection -> {
            int rows = Databases.execute(connection, "insert into t values (1)");
            if (tries.incrementAndGet() < 5) {
                throw new SQLException("another was faster", state);
            }
            return rows;
        });

        assertThat(written).isEqualTo(1);
        assertThat(tries).hasValue(5);
        assertThat(Databases.texts(database, "select id from t")).hasSize(1);
    }

    @Test
    void doesNotTryForEver() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> failing(tries, new SQLException("another was faster", "40001")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 40001");
        assertThat(tries).hasValue(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505"})
    void tellsAValueThatIsRefusedFromADatabaseThatFails(String state) {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> failing(tries, new SQLException("secret", state)))
                .isInstanceOf(RefusedException.class)
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThat(tries).hasValue(1);
        assertThat(Databases.texts(database, "select id from t")).isEmpty();
    }

    @Test
    void saysWhatFailedByACodeAlone() {
        assertThatThrownBy(() -> new Transactions(database)
                        .run(connection -> Databases.execute(connection, "select * from secret")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 42S0")
                .hasMessageContaining("error 421")
                .hasMessageContaining("Jdbc")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> failing(new AtomicInteger(), new SQLException("secret")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE none");
    }

    @Test
    void keepsTheFirstFailureWhereRollingBackFailsToo() {
        List<String> calls = new ArrayList<>();
        Object connection = Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    calls.add(method.getName());
                    return switch (method.getName()) {
                        case "getAutoCommit" -> true;
                        case "rollback" -> throw new SQLException("gone", "08003");
                        default -> null;
                    };
                });
        DataSource broken = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, values) -> connection);

        assertThatThrownBy(() -> new Transactions(broken).run(any -> {
                    throw new IllegalStateException("first");
                }))
                .hasMessage("first")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .singleElement()
                        .satisfies(then -> assertThat(then).hasMessageContaining("SQLSTATE 08003")));
        // Auto-commit is not turned on: that would commit what was not rolled back.
        assertThat(calls).containsExactly("getAutoCommit", "setAutoCommit", "rollback", "close");
    }

    private void failing(AtomicInteger tries, SQLException failure) {
        new Transactions(database).run(connection -> {
            tries.incrementAndGet();
            Databases.execute(connection, "insert into t values (1)");
            throw failure;
        });
    }
}
