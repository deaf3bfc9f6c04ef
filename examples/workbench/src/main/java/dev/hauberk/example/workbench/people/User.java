package dev.hauberk.example.workbench.people;

import dev.hauberk.identity.Account;
import java.util.Set;

/**
 * A user, as colleagues see it.
 *
 * @param id which
 * @param email by what the user signs in
 * @param tenant whose
 * @param roles the names of the roles
 * @param active whether the user may sign in
 */
record User(String id, String email, String tenant, Set<String> roles, boolean active) {
    static User of(Account account) {
        return new User(account.id(), account.name().text(), account.tenant().id(), account.roles(), account.active());
    }
}
