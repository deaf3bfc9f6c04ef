package dev.hauberk.server.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL behind PgBouncer in transaction mode, with fewer sessions than clients. */
public final class PooledPostgres implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final PgBouncer bouncer;
    private final HikariDataSource pool;

    private PooledPostgres(EmbeddedPostgres server, PgBouncer bouncer) {
        this.server = server;
        this.bouncer = bouncer;
        this.pool = bouncer.pool();
    }

    /** @param sessions of the server, for all clients together */
    public static PooledPostgres start(int sessions) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: the embedded PostgreSQL runs on Linux on amd64");
        EmbeddedPostgres server = EmbeddedPostgres.start();
        try {
            return new PooledPostgres(server, PgBouncer.start(server.getPort(), sessions));
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Twenty clients, set as docs/stores.md says. */
    public HikariDataSource pool() {
        return pool;
    }

    public PgBouncer bouncer() {
        return bouncer;
    }

    /** What is left on its sessions. */
    public List<String> residue() throws SQLException {
        return PgBouncer.residue(pool);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        bouncer.close();
        server.close();
    }
}
