package dev.hauberk.crypto.field;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.server.postgres.PooledPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract through PgBouncer in transaction mode: twenty clients on four sessions. */
@Tag("DATA-6")
class PgBouncerKeyUseTest extends KeyUseContract {
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
    List<KeyUse> twoNodes() {
        KeyUseSchema.install(server.pool());
        execute("delete from hauberk_key_uses");
        return List.of(KeyUse.jdbc(server.pool()), KeyUse.jdbc(server.pool()));
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
