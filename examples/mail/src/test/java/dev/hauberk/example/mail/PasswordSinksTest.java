package dev.hauberk.example.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Wherever a password is sent, and however it is not taken, it is written nowhere. */
@Tag("AUTHN-2")
class PasswordSinksTest {
    /** Part of every password that is sent here. */
    private static final String CANARY = "Kwzq8vLm3";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @Test
    void holdNoPasswordAfterASignInAChangeAndWhatIsNotTaken() throws Exception {
        try (RunningMail mail = RunningMail.relaxed()) {
            String email = "uma@acme.example";
            String signIn = "{\"email\":\"" + email + "\",\"password\":\"%s\"}";
            HttpResponse<String> signedIn = post(mail, "/auth/sign-in", signIn.formatted(DemoUsers.PASSWORD), "");
            assertThat(signedIn.statusCode()).isEqualTo(200);
            String token = JsonMapper.shared()
                    .readTree(signedIn.body())
                    .path("accessToken")
                    .asString("");
            String change = "{\"current\":\"%s\",\"new\":\"%s\"}";
            String next = "Next-" + CANARY + "-1!";

            assertThat(post(mail, "/auth/password", change.formatted(CANARY + "-Wrong-1!", next), token)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(post(mail, "/auth/password", change.formatted(DemoUsers.PASSWORD, CANARY), token)
                            .statusCode())
                    .isEqualTo(422);
            assertThat(post(mail, "/auth/password", change.formatted(DemoUsers.PASSWORD, next), token)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(post(mail, "/auth/sign-in", signIn.formatted(next), "").statusCode())
                    .isEqualTo(200);
            assertThat(post(mail, "/auth/sign-in", signIn.formatted(CANARY + "-Guess"), "")
                            .statusCode())
                    .isEqualTo(401);
            for (String unbound : List.of(
                    "{\"email\":\"" + email + "\",\"password\":[\"" + next + "\"]}",
                    "{\"email\":\"" + email + "\",\"password\":\"" + next + "\",\"password\":\"" + next + "\"}",
                    "{\"email\":\"" + email + "\",\"password\":\"" + next + "\",\"role\":\"" + CANARY + "\"}",
                    "{\"email\":\"" + email + "\",\"password\":\"" + next,
                    "{\"email\":\"" + email + "\",\"" + next + "\":1}",
                    next)) {
                assertThat(post(mail, "/auth/sign-in", unbound, "").statusCode())
                        .as(unbound)
                        .isEqualTo(400);
            }

            assertThat(mail.lines())
                    .as("lines of the log")
                    .hasSizeGreaterThan(10)
                    .noneMatch(this::isAPassword);
            assertThat(mail.auditRecords()).as("records").isNotEmpty().noneMatch(this::isAPassword);
            assertThat(answers).as("answers").hasSize(12).noneMatch(this::isAPassword);
        }
    }

    private boolean isAPassword(String line) {
        return line.contains(CANARY) || line.contains(DemoUsers.PASSWORD);
    }

    private HttpResponse<String> post(RunningMail mail, String path, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + mail.port() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answers.add(answer.headers().map() + answer.body());
        return answer;
    }
}
