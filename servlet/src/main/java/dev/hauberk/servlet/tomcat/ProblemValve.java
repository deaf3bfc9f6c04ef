package dev.hauberk.servlet.tomcat;

import dev.hauberk.servlet.exchange.Exchange;
import dev.hauberk.servlet.headers.ResponseHeaders;
import dev.hauberk.servlet.problem.Problem;
import dev.hauberk.servlet.problem.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

/** Tomcat's error report, as a problem and with the policy's headers. */
final class ProblemValve extends ErrorReportValve {
    private final ResponseHeaders headers;

    ProblemValve(ResponseHeaders headers) {
        this.headers = headers;
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        // As in the valve that this replaces: nothing is reported twice, or where the client is gone.
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean possible = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, possible);
        if (!possible.get()) {
            return;
        }
        try {
            write(request, response);
        } catch (IOException e) {
            // The client is gone, and nobody is left to tell.
            container.getLogger().debug("an error report could not be written", e);
        }
    }

    private void write(Request request, Response response) throws IOException {
        Exchange exchange = Exchange.of(request);
        Problem problem = Problem.ofStatus(response.getStatus());
        headers.of(exchange.path()).writeTo(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Request-Id", exchange.requestId());
        response.setContentType(Problems.MEDIA_TYPE);
        byte[] body = problem.body(exchange.requestId()).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
        response.finishResponse();
    }
}
