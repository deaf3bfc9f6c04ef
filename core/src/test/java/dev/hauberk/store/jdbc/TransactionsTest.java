package dev.hauberk.store.jdbc;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("DATA-6")
class TransactionsTest {
    private final DataSource database = TestDatabase.h2();
    private final Transactions transactions = new Transactions(database, "the things");

    @BeforeEach
    void makeTable() {
        TestDatabase.execute(database, "create table t (id int primary key)");
    }

    @ParameterizedTest
    @CsvSource({"40001, 0", "40001, 1213", "40P01, 0", "90131, 90131", "HY000, 1020"})
    void triesAgainWhereTheDatabaseTookAnothersSide(String state, int code) {
        AtomicInteger tries = new AtomicInteger();

        int written = transactions.run(connection -> {
            int rows = TestDatabase.execute(connection, "insert into t values (1)");
            if (tries.incrementAndGet() < 5) {
                throw new SQLException("another was faster", state, code);
            }
            return rows;
        });

        assertThat(written).isEqualTo(1);
        assertThat(tries).hasValue(5);
        assertThat(TestDatabase.texts(database, "select id from t")).hasSize(1);
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
    @CsvSource({"40003, 0", "08006, 0", "HY000, 1205", "90131, 1", "90130, 90131", "HYT00, 50200", "HY001, 1020"})
    void triesNothingAgainOfWhichNobodyKnowsHowItWent(String state, int code) {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> failing(tries, new SQLException("secret", state, code)))
                .isExactlyInstanceOf(UnavailableException.class)
                .hasMessage("the database of the things failed: SQLSTATE " + state + ", error " + code
                        + ", java.sql.SQLException");
        assertThat(tries).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"23505, 0, true", "23000, 1062, true", "23000, 1048, false", "23514, 1062, false", "22001, 0, false"})
    void tellsADuplicateFromOtherValuesThatAreRefused(String state, int code, boolean duplicate) {
        assertThatThrownBy(() -> failing(new AtomicInteger(), new SQLException("secret", state, code)))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.isDuplicate()).isEqualTo(duplicate));
    }

    @ParameterizedTest
    @ValueSource(strings = {"26000", "42P05"})
    void saysWhatToSetWhereAPoolGivesTheSessionToOthers(String state) {
        assertThatThrownBy(() -> failing(new AtomicInteger(), new SQLException("secret", state)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("prepareThreshold=0");
    }

    @Test
    void readsAgainToo() {
        AtomicInteger tries = new AtomicInteger();

        int read = transactions.read(connection -> {
            if (tries.incrementAndGet() < 5) {
                throw new SQLException("another was faster", "40001");
            }
            return 7;
        });

        assertThat(read).isEqualTo(7);
        assertThatThrownBy(() -> transactions.read(connection -> {
                    throw new SQLException("secret", "08006");
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesNoTransactionAndAutoCommitAsThePoolHandsItOut(boolean autoCommit) throws SQLException {
        try (Connection kept = database.getConnection()) {
            kept.setAutoCommit(autoCommit);
            Transactions pooled = new Transactions(TestDatabase.pool(kept), "the things");

            int written = pooled.run(connection -> TestDatabase.execute(connection, "insert into t values (1)"));
            int lost = pooled.read(connection -> TestDatabase.execute(connection, "update t set id = 2"));

            assertThat(written + lost).isEqualTo(2);
            if (!autoCommit) {
                kept.commit();
            }
            assertThat(kept.getAutoCommit()).isEqualTo(autoCommit);
            assertThatThrownBy(() -> pooled.run(connection -> {
                        throw new SQLException("secret", "08006");
                    }))
                    .isInstanceOf(UnavailableException.class);
            assertThat(kept.getAutoCommit()).isEqualTo(autoCommit);
            // What is read in a pool's own transaction leaves it ended.
            assertThat(TestDatabase.texts(database, "select id from t")).containsExactly(autoCommit ? "2" : "1");
        }
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
        assertThat(TestDatabase.texts(database, "select id from t")).isEmpty();
    }

    @Test
    void saysWhatFailedByACodeAlone() {
        assertThatThrownBy(
                        () -> transactions.run(connection -> TestDatabase.execute(connection, "select * from secret")))
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

        assertThatThrownBy(() -> new Transactions(broken, "the things").run(any -> {
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
        transactions.run(connection -> {
            tries.incrementAndGet();
            TestDatabase.execute(connection, "insert into t values (1)");
            throw failure;
        });
    }
}
