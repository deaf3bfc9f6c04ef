package dev.hauberk.crypto.rotation;

import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresEnvelopeScanTest extends EnvelopeScanContract {
    private static PostgresServer server;

    @BeforeAll
    static void start() throws IOException {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    DataSource database() {
        return server.database();
    }

    @Override
    String binary() {
        return "bytea";
    }

    @Override
    String largeBinary() {
        return "bytea";
    }

    @Override
    String json() {
        return "jsonb";
    }

    @Override
    String asJson() {
        return "cast(? as jsonb)";
    }
}
