package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract on a real MariaDB, and a minute of traffic: with -Psoak alone. */
@Tag("soak")
class MariaDbRotationTest extends RotationContract {
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
    String quote() {
        return "`";
    }

    @Test
    void failsNoReadAndLosesNoWriteInAMinuteOfTraffic() throws Exception {
        String happened = Traffic.on(database(), Duration.ofSeconds(60));
        System.out.println("rotation on MariaDB under traffic for 60 s: " + happened);
        assertThat(happened).contains("reads");
    }
}
