package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.server.postgres.PooledPostgres;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract through PgBouncer in transaction mode: twenty clients on four sessions. */
@Tag("DATA-6")
@Tag("soak")
class PgBouncerRotationTest extends RotationContract {
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
    DataSource database() {
        return server.pool();
    }

    @Override
    String binary() {
        return "bytea";
    }
}
