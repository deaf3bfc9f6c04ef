package dev.hauberk.servlet.jetty;

import dev.hauberk.servlet.headers.ResponseHeaders;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The errors of a servlet context for which it has no page. */
final class ContextProblems extends ErrorPageErrorHandler {
    private final ProblemAnswer answer;

    ContextProblems(ResponseHeaders headers) {
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
