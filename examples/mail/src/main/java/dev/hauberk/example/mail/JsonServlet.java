package dev.hauberk.example.mail;

import dev.hauberk.Caller;
import dev.hauberk.CallerScope;
import dev.hauberk.Tenant;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** What the servlets share: the caller and JSON. */
abstract class JsonServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final transient CallerScope callers;

    JsonServlet(CallerScope callers) {
        this.callers = callers;
    }

    static JsonMapper json() {
        return JSON;
    }

    /** The tenant of whoever is asking. Nobody's is denied before a request gets here. */
    Tenant tenant() {
        return callers.current()
                .flatMap(Caller::tenant)
                .orElseThrow(() -> new IllegalStateException("no caller with a tenant came this far"));
    }

    static void answer(HttpServletResponse response, int status, Object body) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.getOutputStream().write(JSON.writeValueAsBytes(body));
    }
}
