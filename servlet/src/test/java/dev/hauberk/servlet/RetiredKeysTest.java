package dev.hauberk.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.hauberk.Tenant;
import dev.hauberk.UnavailableException;
import dev.hauberk.crypto.field.FieldCipher;
import dev.hauberk.crypto.field.FieldContext;
import dev.hauberk.key.KeyRing;
import dev.hauberk.key.SecretSource;
import dev.hauberk.policy.PolicyException;
import dev.hauberk.policy.Problem;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.servlet.fixture.PlainHasher;
import dev.hauberk.servlet.fixture.Users;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key is retired when nothing needs it, and not before. */
@Tag("DATA-2")
@Tag("DATA-3")
class RetiredKeysTest {
    private static final String K0 = HauberkKeysTest.key("k0", 1);
    private static final String K1 = HauberkKeysTest.key("k1", 2);
    private static final String RETIRED = "keys: {k1: {}, k0: {state: retired}}";

    @Test
    void stopsTheStartWhereADatabaseStillNeedsARetiredKey() throws SQLException {
        DataSource clean = database();
        DataSource old = database();
        encryptIn(old, K0);

        PolicyException refused = catchThrowableOfType(
                PolicyException.class,
                () -> builder(RETIRED).databases(clean, old).start());

        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("keys.k0.state");
            assertThat(problem.place()).hasToString("hauberk.yml:1");
            assertThat(problem.set()).containsIgnoringCase("people.email holds 1 of k0");
        });
    }

    @Test
    void namesWhatEveryDatabaseNeeds() throws SQLException {
        DataSource one = database();
        DataSource other = database();
        encryptIn(one, K0);
        encryptIn(other, K0);

        assertThat(catchThrowableOfType(
                                PolicyException.class,
                                () -> builder(RETIRED)
                                        .databases(one)
                                        .databases(other)
                                        .start())
                        .problems())
                .hasSize(2);
    }

    @Test
    void startsWhereNothingNeedsIt() throws SQLException {
        DataSource moved = database();
        encryptIn(moved, K1);
        try (Hauberk hauberk = builder(RETIRED).databases(moved).start()) {
            assertThat(hauberk.keys()).hasToString("KeyRing[k1]");
        }
    }

    @Test
    void readsNothingWhereNoKeyIsRetired() {
        DataSource asked = failing(new AssertionError("nobody asks"));
        try (Hauberk hauberk = builder("keys: {k1: {}}").databases(asked).start()) {
            assertThat(hauberk.keys()).hasToString("KeyRing[k1]");
        }
    }

    @Test
    void stopsTheStartWhereNobodyCanLook() {
        assertThatThrownBy(() -> builder(RETIRED)
                        .databases(failing(new SQLException("down", "08001")))
                        .start())
                .isInstanceOf(UnavailableException.class);

        PolicyException refused = catchThrowableOfType(
                PolicyException.class,
                () -> builder(RETIRED).databases(ofAnotherKind()).start());
        assertThat(refused.problems())
                .extracting(Problem::path, Problem::set)
                .containsExactly(tuple("keys.k0.state", "another one"));
    }

    private static HauberkBuilder builder(String yaml) {
        return Hauberk.with(SecurityPolicy.parse(yaml, "hauberk.yml"))
                .secrets(SecretSource.of(Map.of("HAUBERK_KEYS", K1)))
                .accounts(new Users())
                .passwords(new PlainHasher())
                .requestLog(line -> {});
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    private static void encryptIn(DataSource database, String key) throws SQLException {
        String envelope = FieldCipher.of(KeyRing.of(SecretSource.of(Map.of("HAUBERK_KEYS", key))))
                .encrypt("ada@example.org", new FieldContext(new Tenant("one"), "people", "email", "1"));
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("create table people (id bigint primary key, email varchar(400))");
            try (PreparedStatement insert = connection.prepareStatement("insert into people values (1, ?)")) {
                insert.setString(1, envelope);
                insert.executeUpdate();
            }
        }
    }

    private static DataSource failing(Throwable failure) {
        return fake(DataSource.class, (method, args) -> {
            throw failure;
        });
    }

    private static DataSource ofAnotherKind() {
        DatabaseMetaData data = fake(DatabaseMetaData.class, (method, args) -> "Oracle");
        Connection connection = fake(Connection.class, (method, args) -> switch (method) {
            case "getMetaData" -> data;
            case "getAutoCommit" -> true;
            default -> null;
        });
        return fake(DataSource.class, (method, args) -> connection);
    }

    /** What a call of a method answers. */
    @FunctionalInterface
    private interface Answers {
        Object of(String method, Object[] args) throws Throwable;
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answers.of(method.getName(), args)));
    }
}
