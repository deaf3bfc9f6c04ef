package dev.hauberk.identity.session;

import dev.hauberk.identity.Account;
import java.util.Set;

/**
 * An account as a session last saw it: whatever differs now has happened since.
 *
 * @param version the account's version
 * @param roles the account's roles
 */
public record Seen(long version, Set<String> roles) {
    public Seen {
        roles = Set.copyOf(roles);
    }

    static Seen of(Account account) {
        return new Seen(account.version(), account.roles());
    }
}
