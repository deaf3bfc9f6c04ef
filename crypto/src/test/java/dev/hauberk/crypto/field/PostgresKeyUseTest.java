package dev.hauberk.crypto.field;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** The contract on a real PostgreSQL, whose binaries are there for Linux on amd64 alone. */
class PostgresKeyUseTest extends KeyUseContract {
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
    List<KeyUse> twoNodes() {
        DataSource database = server.getPostgresDatabase();
        KeyUseSchema.install(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from hauberk_key_uses");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return List.of(KeyUse.jdbc(database), KeyUse.jdbc(database));
    }
}
