package dev.hauberk.identity;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The application's users. An application adapts its own table to this, or takes the JDBC one.
 *
 * <p>A change and the record it takes commit together, or neither does. Thread-safe.
 */
public interface Accounts {
    /** The account of a sign-in name. */
    Optional<Account> bySignInName(SignInName name);

    /** The account of an id. */
    Optional<Account> byId(String id);

    /** The accounts of a tenant, terminated ones too, ordered by id. */
    List<Account> of(Tenant tenant);

    /** Every account, terminated ones too, ordered by id: for whoever may see all tenants, and for reviews. */
    List<Account> all();

    /**
     * Adds an account.
     *
     * @return false where the sign-in name is taken, and nothing was changed
     */
    boolean add(Account account, AuditRecord record);

    /** Saves the stored form of a password. */
    void savePassword(String id, String hash, AuditRecord record);

    /**
     * Replaces a stored form by another of the same password, unless it changed meanwhile.
     *
     * @return whether it was replaced
     */
    boolean rehash(String id, String before, String after);

    /**
     * Replaces the roles, unless the account changed meanwhile.
     *
     * @param version the account's version when it was read
     * @return whether it was changed
     */
    boolean changeRoles(String id, long version, Set<String> roles, AuditRecord record);

    /** Ends the account: nobody signs in with it again. Doing it twice is doing it once. */
    void terminate(String id, AuditRecord record);
}
