package dev.hauberk.example.mail;

import dev.hauberk.CallerScope;
import dev.hauberk.identity.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /api/platform/tenants}: all of them, since its rule says {@code tenants: all}. */
final class TenantsServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;

    TenantsServlet(CallerScope callers, Accounts accounts) {
        super(callers);
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_OK,
                accounts.all().stream()
                        .map(account -> account.tenant().id())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
