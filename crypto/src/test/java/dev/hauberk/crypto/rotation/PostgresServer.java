package dev.hauberk.crypto.rotation;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;

/** A real PostgreSQL, whose binaries are there for Linux on amd64 alone. */
final class PostgresServer implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final HikariDataSource pool;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
        this.pool = Databases.pool(server.getPostgresDatabase());
    }

    static PostgresServer start() throws IOException {
        Assumptions.assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64"),
                "skipped: the embedded PostgreSQL runs on Linux on amd64");
        return new PostgresServer(EmbeddedPostgres.start());
    }

    DataSource database() {
        return pool;
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
    }
}
