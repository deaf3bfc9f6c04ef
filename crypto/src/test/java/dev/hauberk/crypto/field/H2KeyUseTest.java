package dev.hauberk.crypto.field;

import static dev.hauberk.crypto.field.Places.HERE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.FakeKeyRing;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class H2KeyUseTest extends KeyUseContract {
    @Override
    List<KeyUse> twoNodes() {
        DataSource database = database();
        KeyUseSchema.install(database);
        return List.of(KeyUse.jdbc(database), KeyUse.jdbc(database));
    }

    @Test
    void installsTwiceAndKeepsWhatIsThere() {
        DataSource database = database();
        KeyUseSchema.install(database);
        KeyUse.jdbc(database).reserve("k1", 5);

        KeyUseSchema.install(database);

        assertThat(KeyUse.jdbc(database).reserve("k1", 1)).isEqualTo(5);
    }

    @Test
    void doesNotEncryptWithoutItsTableAndSaysWhyByACodeAlone() {
        FieldCipher cipher = FieldCipher.builder(FakeKeyRing.of("k1"))
                .keyUse(KeyUse.jdbc(database()))
                .build();

        assertThatThrownBy(() -> cipher.encrypt("ada", HERE))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 42S0")
                .hasNoCause();
    }

    @Test
    void saysThatADatabaseDoesNotAnswer() {
        DataSource gone = fake(DataSource.class, "getConnection", new SQLException("secret", "08001", 7));

        assertThatThrownBy(() -> KeyUse.jdbc(gone).reserve("k1", 1))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 08001, error 7")
                .hasMessageNotContaining("secret")
                .hasNoCause();
        assertThatThrownBy(() -> KeyUseSchema.install(gone))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 08001, error 7")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void installsOnNoOtherDatabase() throws SQLException {
        DataSource other = named("Oracle");

        assertThatThrownBy(() -> KeyUseSchema.install(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("H2, PostgreSQL or MariaDB");
    }

    @Test
    void leavesAutoCommitAsThePoolHandsItOut() throws SQLException {
        for (boolean autoCommit : List.of(true, false)) {
            try (Connection connection = database().getConnection()) {
                connection.setAutoCommit(autoCommit);
                DataSource pool = fake(DataSource.class, "getConnection", unclosed(connection));

                KeyUseSchema.install(pool);
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                KeyUse.jdbc(pool).reserve("k1", 5);
                assertThat(connection.getAutoCommit()).isEqualTo(autoCommit);
                connection.rollback();
                assertThat(KeyUse.jdbc(pool).reserve("k1", 1)).isEqualTo(5);
            }
        }
    }

    @Test
    void doesNotHideThatAKeyCannotBeWritten() throws SQLException {
        DataSource database = database();
        KeyUseSchema.install(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table hauberk_key_uses add constraint none check (uses > 0)");
        }

        assertThatThrownBy(() -> KeyUse.jdbc(database).reserve("k1", 1))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 23513");
    }

    @Test
    void goesOnWhereAnotherNodeBeganTheKey() throws SQLException {
        DataSource database = database();
        KeyUseSchema.install(database);
        // The first look of this node finds nothing, though the other node has begun meanwhile.
        KeyUse.jdbc(database).reserve("k1", 3);
        try (Connection connection = database.getConnection()) {
            DataSource blind = fake(DataSource.class, "getConnection", blindAtFirst(connection));

            assertThat(KeyUse.jdbc(blind).reserve("k1", 1)).isEqualTo(3);
        }
    }

    private static DataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    private static DataSource named(String product) throws SQLException {
        DatabaseMetaData metaData = fake(DatabaseMetaData.class, "getDatabaseProductName", product);
        Connection real = database().getConnection();
        Connection connection = (Connection) Proxy.newProxyInstance(
                H2KeyUseTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getMetaData") ? metaData : method.invoke(real, arguments));
        return fake(DataSource.class, "getConnection", connection);
    }

    private static Connection unclosed(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                H2KeyUseTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(real, arguments));
    }

    private static Connection blindAtFirst(Connection real) {
        int[] looks = {0};
        return (Connection) Proxy.newProxyInstance(
                H2KeyUseTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            && arguments[0].toString().startsWith("update")
                            && looks[0]++ == 0) {
                        return real.prepareStatement("update hauberk_key_uses set uses = uses + ? where key_id <> ?");
                    }
                    return method.getName().equals("close") ? null : method.invoke(real, arguments);
                });
    }

    private static <T> T fake(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                H2KeyUseTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new UnsupportedOperationException(called.getName());
                    }
                    if (answer instanceof Throwable failure) {
                        throw failure;
                    }
                    return answer;
                }));
    }
}
