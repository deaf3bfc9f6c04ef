package dev.hauberk.crypto.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.crypto.field.FieldCipher;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A minute of traffic, and processes that are killed for real, on a real PostgreSQL: with -Psoak alone. */
@Tag("soak")
@Tag("DATA-2")
class PostgresRotationSoakTest {
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

    @Test
    void failsNoReadAndLosesNoWriteInAMinuteOfTraffic() throws Exception {
        String happened = Traffic.on(server.database(), Duration.ofSeconds(60));
        System.out.println("rotation on PostgreSQL under traffic for 60 s: " + happened);
        assertThat(happened).contains("reads");
    }

    /** Five processes, each killed a bit further on, and then one that is let finish. */
    @Test
    void goesOnWhereAProcessWasKilled() throws Exception {
        int rows = 2_000;
        People people = People.in(server.database()).with(rows);
        for (int kill = 1; kill <= 5; kill++) {
            Process process = new ProcessBuilder(List.of(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-cp",
                            System.getProperty("java.class.path"),
                            RotationProcess.class.getName(),
                            Integer.toString(server.port())))
                    .inheritIO()
                    .start();
            long half = rows * kill / 10L;
            while (rewritten() < half) {
                assertThat(process.isAlive()).as("process " + kill).isTrue();
                LockSupport.parkNanos(1_000_000);
            }
            assertThat(process.destroyForcibly().waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(rewritten()).isGreaterThanOrEqualTo(half).isLessThan(rows);
            for (int id = 1; id <= rows; id += 7) {
                assertThat(people.read(id, People.OLD_READER)).isEqualTo(People.email(id));
            }
        }

        RotationReport report = Rotation.of(server.database(), People.NEW, FieldCipher.of(People.NEW))
                .column(People.indexed())
                .rate(1_000_000)
                .build()
                .run();

        assertThat(report.isComplete()).isTrue();
        assertThat(report.columns().get(0).rewritten()).as("each row once").isEqualTo(rows);
        for (int id = 1; id <= rows; id++) {
            assertThat(people.read(id, People.ONLY_NEW)).isEqualTo(People.email(id));
        }
    }

    private static long rewritten() {
        return Databases.texts(server.database(), "select rewritten from hauberk_rotations").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
