package dev.hauberk.example.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as its command starts it: nothing of it is replaced. */
@Tag("AUDIT-2")
@Tag("PII-1")
class StandardOutputTest {
    @Test
    void holdsOneJsonObjectALineAndNoAddress() throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try (ServletWebServerApplicationContext workbench = (ServletWebServerApplicationContext) SpringApplication.run(
                WorkbenchApplication.class,
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")) {
            String base = "http://127.0.0.1:" + workbench.getWebServer().getPort();
            assertThat(status(HttpRequest.newBuilder(URI.create(base + "/api/health"))
                            .build()))
                    .isEqualTo(200);
            assertThat(status(HttpRequest.newBuilder(URI.create(base + "/api/v2/users?of=ada@acme.example"))
                            .build()))
                    .isEqualTo(401);
            assertThat(status(HttpRequest.newBuilder(URI.create(base + "/auth/sign-in"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    "{\"email\":\"ada@acme.example\",\"password\":\"" + DemoUsers.PASSWORD + "\"}"))
                            .build()))
                    .isEqualTo(200);
        } finally {
            System.setOut(before);
        }
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .filteredOn(line -> line.contains("\"event\":\"request\""))
                .hasSize(3);
        assertThat(lines).allSatisfy(line -> {
            JsonNode object = JsonMapper.shared().readTree(line);
            assertThat(object.isObject()).isTrue();
            assertThat(line).doesNotContain("ada@", DemoUsers.PASSWORD);
        });
    }

    private static int status(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
