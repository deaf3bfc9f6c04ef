package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.hauberk.audit.AuditTrail;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on a real PostgreSQL, whose binaries are there for Linux on amd64 alone. */
class PostgresAccountsTest extends AccountsContract {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: the embedded PostgreSQL runs on Linux on amd64");
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Accounts empty(AuditTrail audit) {
        AccountsSchema.install(server.getPostgresDatabase());
        execute("truncate hauberk_accounts cascade");
        return Accounts.jdbc(server.getPostgresDatabase(), audit);
    }

    @Test
    void installsFromManyNodesAtOnce() throws Exception {
        execute("drop table hauberk_account_roles, hauberk_accounts");
        Callable<Boolean> node = () -> {
            AccountsSchema.install(server.getPostgresDatabase());
            return Accounts.jdbc(server.getPostgresDatabase(), AuditTrail.inMemory(1))
                    .all()
                    .isEmpty();
        };

        assertThat(Race.of(Collections.nCopies(8, node))).containsOnly(true);
    }

    @Test
    @Tag("DATA-6")
    void namesWhatATableLacks() {
        execute(
                "create collation if not exists any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        String[][] damages = {
            {
                "alter table hauberk_accounts drop constraint hauberk_accounts_name_in_use",
                "the unique index hauberk_accounts_name_in_use"
            },
            {
                "update pg_index set indisvalid = false where indexrelid = 'hauberk_accounts_name_in_use'::regclass",
                "the unique index hauberk_accounts_name_in_use"
            },
            {
                "alter table hauberk_accounts alter column name_in_use type varchar(320) collate any_case",
                "a binary collation of hauberk_accounts.name_in_use"
            },
            {"drop index hauberk_accounts_tenant", "the index hauberk_accounts_tenant"},
            {"drop table hauberk_account_roles", "the table hauberk_account_roles"}
        };
        for (String[] damage : damages) {
            execute("drop table if exists hauberk_account_roles, hauberk_accounts");
            AccountsSchema.install(server.getPostgresDatabase());
            AccountsSchema.require(server.getPostgresDatabase());
            execute(damage[0]);

            assertThatIllegalStateException()
                    .as(damage[0])
                    .isThrownBy(() -> AccountsSchema.require(server.getPostgresDatabase()))
                    .withMessageContaining(damage[1]);
        }
        execute("drop table if exists hauberk_account_roles, hauberk_accounts");
    }

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
