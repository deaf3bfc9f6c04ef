package dev.hauberk.servlet.jetty;

import dev.hauberk.servlet.headers.ResponseHeaders;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The errors of a server: what it cannot parse, what it refuses, what no context takes. */
final class ServerProblems extends ErrorHandler {
    private final ProblemAnswer answer;

    ServerProblems(ResponseHeaders headers) {
        this.answer = new ProblemAnswer(headers);
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable failure,
            Callback callback) {
        answer.write(request, response, status, callback);
    }
}
