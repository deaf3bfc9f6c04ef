package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hauberk.UnavailableException;
import dev.hauberk.audit.AuditTrail;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccountsSchemaTest {
    private final Bench bench = Bench.plain();

    @Test
    void installsTwiceAndKeepsWhatIsThere() {
        DataSource database = H2AccountsTest.database();
        AccountsSchema.install(database);
        Accounts accounts = Accounts.jdbc(database, bench.audit);
        accounts.add(Bench.account("1", Bench.ACME, "a@x.com", Set.of("user")), bench.record("add"));

        AccountsSchema.install(database);

        assertThat(accounts.byId("1")).isPresent();
    }

    @Test
    void installsFromManyNodesAtOnce() throws Exception {
        DataSource database = H2AccountsTest.database();
        Callable<Boolean> node = () -> {
            AccountsSchema.install(database);
            return Accounts.jdbc(database, bench.audit).all().isEmpty();
        };

        assertThat(Race.of(Collections.nCopies(8, node))).containsOnly(true);
    }

    @Test
    @Tag("DATA-6")
    void saysWhichTableIsMissingByACodeAlone() {
        Accounts accounts = Accounts.jdbc(H2AccountsTest.database(), bench.audit);

        assertThatThrownBy(() -> accounts.bySignInName(SignInName.of("secret.person@x.com")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("SQLSTATE 42S0")
                .hasMessageNotContaining("secret.person")
                .hasNoCause();
    }

    @Test
    @Tag("DATA-6")
    void showsNoValueOfAStatementThatFails() throws SQLException {
        DataSource database = H2AccountsTest.database();
        AccountsSchema.install(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table hauberk_accounts add constraint short check (char_length(name) < 5)");
        }
        Accounts accounts = Accounts.jdbc(database, AuditTrail.inMemory(10));

        assertThatThrownBy(() -> accounts.add(
                        Bench.account("1", Bench.ACME, "secret.person@x.com", Set.of()), bench.record("add")))
                .isInstanceOf(UnavailableException.class)
                .hasMessageNotContaining("secret.person")
                .hasNoCause();
    }

    @Test
    void leavesAutoCommitAsThePoolHandsItOut() throws SQLException {
        for (boolean autoCommit : List.of(true, false)) {
            DataSource plain = H2AccountsTest.database();
            AccountsSchema.install(plain);
            try (OneConnection pool = new OneConnection(plain.getConnection())) {
                pool.connection().setAutoCommit(autoCommit);
                Accounts accounts = Accounts.jdbc(pool.dataSource(), bench.audit);

                accounts.add(Bench.account("1", Bench.ACME, "a@x.com", Set.of("user")), bench.record("add"));
                boolean again = accounts.add(Bench.account("2", Bench.ACME, "a@x.com", Set.of()), bench.record("add"));

                assertThat(again).isFalse();
                assertThat(pool.connection().getAutoCommit()).isEqualTo(autoCommit);
                assertThat(Accounts.jdbc(plain, bench.audit).all())
                        .extracting(Account::id)
                        .containsExactly("1");
            }
        }
    }
}
