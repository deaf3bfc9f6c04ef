package dev.hauberk.identity;

import dev.hauberk.Tenant;
import java.util.Optional;
import java.util.Set;

/**
 * One of the application's users, as far as signing in needs it.
 *
 * @param id opaque, never reused
 * @param tenant whose data the user may reach
 * @param name by what the user signs in
 * @param roles the names of the roles
 * @param passwordHash the stored form; empty where the user has no password
 * @param active whether the user may sign in: false once terminated
 * @param version changes with every change of the roles, the password or {@code active}, and with nothing else: a session
 *     that was opened before another version, and whose roles are the same, is one from before a password change
 */
public record Account(
        String id,
        Tenant tenant,
        SignInName name,
        Set<String> roles,
        Optional<String> passwordHash,
        boolean active,
        long version) {
    public Account {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Account[id=" + id + ", tenant=" + tenant + ", roles=" + roles + ", active=" + active + "]";
    }
}
