package dev.hauberk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.hauberk.Tenant;
import dev.hauberk.UnavailableException;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.server.postgres.PooledPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract through PgBouncer in transaction mode: twenty clients on four sessions. */
@Tag("DATA-6")
class PgBouncerAccountsTest extends AccountsContract {
    private static PooledPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = PooledPostgres.start(4);
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @AfterEach
    void leavesNothingOnASession() throws SQLException {
        assertThat(server.residue()).isEmpty();
    }

    @Override
    Accounts empty(AuditTrail audit) {
        AccountsSchema.install(server.pool());
        execute("truncate hauberk_accounts cascade");
        return Accounts.jdbc(server.pool(), audit);
    }

    @Test
    void installsFromManyNodesAtOnce() throws Exception {
        execute("drop table hauberk_account_roles, hauberk_accounts");
        Callable<Boolean> node = () -> {
            AccountsSchema.install(server.pool());
            return Accounts.jdbc(server.pool(), AuditTrail.inMemory(1)).all().isEmpty();
        };

        assertThat(Race.of(Collections.nCopies(8, node))).containsOnly(true);
    }

    @Test
    void noTenantSeesAnothers() throws Exception {
        assertThat(foreigners(100)).containsOnly(0L);
    }

    @Test
    @Tag("soak")
    void noTenantSeesAnothersInAHundredThousandTransactions() throws Exception {
        for (int round = 0; round < 10; round++) {
            execute("truncate hauberk_accounts cascade");
            assertThat(foreigners(1_250)).containsOnly(0L);
        }
    }

    /** Eight tenants read and write at once, on half as many sessions: how many accounts of others each of them saw. */
    private static List<Long> foreigners(int transactions) throws Exception {
        Accounts accounts = Accounts.jdbc(server.pool(), AuditTrail.inMemory(1));
        List<Callable<Long>> tenants = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Tenant tenant = new Tenant("tenant-" + i);
            String id = "user-" + i;
            accounts.add(
                    new Account(
                            id, tenant, SignInName.of(id + "@x.com"), Set.of("user"), Optional.of("hash-0"), true, 1),
                    Bench.plain().record("add"));
            tenants.add(() -> {
                long foreign = 0;
                for (int turn = 0; turn < transactions; turn += 2) {
                    List<Account> seen = accounts.of(tenant);
                    foreign += seen.stream()
                            .filter(account -> !account.tenant().equals(tenant))
                            .count();
                    foreign += seen.size() == 1 ? 0 : 1;
                    foreign += accounts.rehash(id, "hash-" + turn, "hash-" + (turn + 2)) ? 0 : 1;
                }
                return foreign;
            });
        }
        return Race.of(tenants);
    }

    @Test
    void saysWhatToSetWhereTheDriverPreparesStatementsOnSessionsThatAreNotItsOwn() throws Exception {
        // A server of its own, since what the driver leaves on its sessions breaks others.
        try (PooledPostgres own = PooledPostgres.start(2);
                HikariDataSource asTheDriverDoes = own.bouncer().pool(4, 5)) {
            AccountsSchema.install(own.pool());
            Accounts accounts = Accounts.jdbc(asTheDriverDoes, AuditTrail.inMemory(1));

            assertThatThrownBy(() -> Race.of(Collections.nCopies(4, () -> read(accounts))))
                    .rootCause()
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("prepareThreshold=0");
        }
    }

    private static boolean read(Accounts accounts) {
        for (int i = 0; i < 500; i++) {
            boolean unused = accounts.byId("nobody").isPresent()
                    || accounts.of(Bench.ACME).isEmpty();
        }
        return true;
    }

    private static void execute(String sql) {
        try (Connection connection = server.pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
