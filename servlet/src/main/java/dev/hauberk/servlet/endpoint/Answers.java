package dev.hauberk.servlet.endpoint;

import dev.hauberk.json.JsonWriter;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How the calls answer. */
final class Answers {
    private Answers() {}

    static void json(HttpServletResponse response, Object value) throws IOException {
        byte[] body = JsonWriter.write(value).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static void nothing(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Throttled and locked are told alike. */
    static Problem limited(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.plusMillis(999).plusNanos(999_999).toSeconds());
        return Problem.of(ProblemCode.LIMITED).withHeader("Retry-After", Long.toString(seconds));
    }
}
