package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.audit.AuditTrail;
import dev.hauberk.example.fixture.Changed;
import dev.hauberk.example.fixture.Users;
import dev.hauberk.identity.Accounts;
import dev.hauberk.policy.SecurityPolicy;
import dev.hauberk.testkit.target.Relaxed;
import dev.hauberk.testkit.target.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.DoubleStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An unknown, a wrong, a disabled and a frozen sign-in take the same time, over the socket and with bcrypt: their means differ by less than
 * five in a hundred, and Welch's t stays below 4.5.
 */
@Tag("soak")
@Tag("AUTHN-4")
class SignInTimingTest {
    private static final int SAMPLES = 500;
    private static final int WARM_UP = 40;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void tellsNobodyApart() throws Exception {
        SecurityPolicy policy = Relaxed.policy(Changed.in(RunningMail.policy(), "passwords.cost", 10));
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        try (MailServer server =
                MailServer.on(0, database).policy(policy).lines(line -> {}).start()) {
            Users users = new Users(
                    Accounts.jdbc(database, AuditTrail.inMemory(100)),
                    InstantSource.system(),
                    server.hauberk().passwords());
            User disabled = users.add("user", "acme");
            users.disable(disabled);
            User frozen = users.add("user", "acme");
            freeze(database, frozen);
            List<String> names = List.of("nobody@acme.example", "uma@acme.example", disabled.email(), frozen.email());
            double[][] times = new double[names.size()][SAMPLES];
            Random random = new Random(1);
            for (int i = -WARM_UP; i < SAMPLES; i++) {
                int first = random.nextInt(names.size());
                for (int k = 0; k < names.size(); k++) {
                    int which = (first + k) % names.size();
                    double time = time(server.port(), names.get(which));
                    if (i >= 0) {
                        times[which][i] = time;
                    }
                }
            }
            for (int one = 0; one < times.length; one++) {
                for (int other = one + 1; other < times.length; other++) {
                    mustBeAlike(times[one], times[other], names.get(one) + " and " + names.get(other));
                }
            }
        } finally {
            database.dispose();
        }
    }

    /** What ends an account frees its name; this one keeps it, as somebody else who writes to the table may leave it. */
    private static void freeze(DataSource database, User user) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update hauberk_accounts set active = false where name_in_use = ?")) {
            update.setString(1, user.email());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void mustBeAlike(double[] one, double[] other, String which) {
        double difference = Math.abs(mean(one) - mean(other));
        double t = difference / Math.sqrt(variance(one) / one.length + variance(other) / other.length);
        assertThat(difference / mean(one))
                .as("difference of the means of " + which)
                .isLessThan(0.05);
        assertThat(t).as("Welch's t of " + which).isLessThan(4.5);
    }

    private double time(int port, String email) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/auth/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"" + email + "\",\"password\":\"Wrong-Horse-7-Battery\"}"))
                .build();
        long start = System.nanoTime();
        int status = client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
        long end = System.nanoTime();
        assertThat(status).isEqualTo(401);
        return end - start;
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return DoubleStream.of(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }
}
