package dev.hauberk.example.mail;

import dev.hauberk.CallerScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * {@code GET /api/integrations/zoom/meeting}: hands on what an integration's library holds, without a thought for what of it
 * may leave. The policy's {@code responses.strip} has that thought.
 */
final class MeetingServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    MeetingServlet(CallerScope callers) {
        super(callers);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_OK,
                new Meeting(
                        "81234567890",
                        "Weekly of " + tenant().id(),
                        "https://zoom.example/j/81234567890",
                        "leak-passcode",
                        new Grant("leak-access-token", "leak-refresh-token", List.of("meeting:read"))));
    }

    /**
     * What the integration's library gives.
     *
     * @param id which meeting
     * @param topic its topic
     * @param joinUrl where to join
     * @param password what one needs to join
     * @param grant the tokens by which it was read
     */
    record Meeting(String id, String topic, String joinUrl, String password, Grant grant) {}

    /**
     * A grant.
     *
     * @param accessToken must not leave
     * @param refreshToken must not leave
     * @param scopes what it is for
     */
    record Grant(String accessToken, String refreshToken, List<String> scopes) {}
}
