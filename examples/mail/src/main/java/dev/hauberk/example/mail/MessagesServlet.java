package dev.hauberk.example.mail;

import dev.hauberk.CallerScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET|POST /api/messages}: the own tenant's. */
final class MessagesServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Messages messages;

    MessagesServlet(CallerScope callers, Messages messages) {
        super(callers);
        this.messages = messages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(response, HttpServletResponse.SC_OK, messages.of(tenant()));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Draft draft = json().readValue(request.getInputStream(), Draft.class);
        answer(response, HttpServletResponse.SC_CREATED, messages.add(tenant(), draft.subject(), draft.text()));
    }

    /**
     * What a client sends. The policy's shape {@code message} has been kept when it arrives.
     *
     * @param subject its subject
     * @param text its text
     */
    record Draft(String subject, String text) {}
}
