package dev.hauberk.crypto.rotation;

import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The contract on a real MariaDB: with -Psoak alone. */
@Tag("soak")
class MariaDbEnvelopeScanTest extends EnvelopeScanContract {
    private static MariaDbServer server;

    @BeforeAll
    static void start() throws Exception {
        server = MariaDbServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Override
    DataSource database() {
        return server.database();
    }

    @Override
    String binary() {
        return "varbinary(1000)";
    }

    @Override
    String largeBinary() {
        return "longblob";
    }
}
