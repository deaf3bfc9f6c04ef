package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hauberk.example.fixture.CheapHasher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as its command starts it, but for the port, the database and the cost of a password. */
@Tag("AUDIT-2")
@Tag("PII-1")
class StandardOutputTest {
    @Test
    void holdsOneJsonObjectALineAndNothingElse() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (MailServer mail =
                MailServer.on(0, database).passwords(new CheapHasher()).start()) {
            String base = "http://127.0.0.1:" + mail.port();
            assertThat(status(HttpRequest.newBuilder(URI.create(base + "/api/messages?of=uma@acme.example"))
                            .build()))
                    .isEqualTo(401);
            assertThat(status(HttpRequest.newBuilder(URI.create(base + "/auth/sign-in"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"email\":\"uma@acme.example\",\"password\":\"" + DemoUsers.PASSWORD + "\"}"))
                            .build()))
                    .isEqualTo(200);
        } finally {
            System.setOut(before);
            database.dispose();
        }
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            JsonNode object = JsonMapper.shared().readTree(line);
            assertThat(object.path("event").asString("")).isEqualTo("request");
            assertThat(line).doesNotContain("uma@", DemoUsers.PASSWORD);
        });
    }

    private static int status(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
