package dev.hauberk.servlet.jetty;

import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.headers.ResponseHeaders;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An error as a problem, on Jetty's own response. */
final class ProblemAnswer {
    private final ResponseHeaders headers;

    ProblemAnswer(ResponseHeaders headers) {
        this.headers = headers;
    }

    void write(Request request, Response response, int status, Callback callback) {
        Optional<Exchange> exchange = Exchange.begun(request::getAttribute);
        String requestId = exchange.map(Exchange::requestId)
                .orElseGet(() -> UUID.randomUUID().toString());
        Problem problem = Problem.ofStatus(status);
        byte[] body = problem.body(requestId).getBytes(StandardCharsets.UTF_8);
        HttpFields.Mutable fields = response.getHeaders();
        headers.of(exchange.map(Exchange::path).orElse("")).writeTo(fields::put);
        fields.put(HttpHeader.CACHE_CONTROL, "no-store");
        fields.put("X-Request-Id", requestId);
        fields.put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        fields.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.setStatus(problem.status());
        response.write(true, request.getMethod().equals("HEAD") ? null : ByteBuffer.wrap(body), callback);
    }
}
