package dev.hauberk.example.mail;

import dev.hauberk.CallerScope;
import dev.hauberk.identity.Account;
import dev.hauberk.identity.Accounts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** {@code GET /api/admin/users}: the own tenant's. */
final class UsersServlet extends JsonServlet {
    private static final long serialVersionUID = 1L;

    private final transient Accounts accounts;

    UsersServlet(CallerScope callers, Accounts accounts) {
        super(callers);
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                response,
                HttpServletResponse.SC_OK,
                accounts.of(tenant()).stream().map(User::of).toList());
    }

    /**
     * A user, as an administrator sees it.
     *
     * @param id which
     * @param email by what the user signs in
     * @param roles the names of the roles
     */
    record User(String id, String email, Set<String> roles) {
        static User of(Account account) {
            return new User(account.id(), account.name().text(), account.roles());
        }
    }
}
