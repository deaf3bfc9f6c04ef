package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static void execute(String sql) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
