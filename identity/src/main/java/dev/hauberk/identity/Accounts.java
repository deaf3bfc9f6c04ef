package dev.hauberk.identity;

import dev.hauberk.Tenant;
import dev.hauberk.audit.AuditRecord;
import dev.hauberk.audit.AuditTrail;
import dev.hauberk.store.jdbc.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The application's users. An application adapts its own table to this, or takes the {@linkplain #jdbc JDBC one}.
 *
 * <p>A change and the record it takes commit together, or neither does. A sign-in name belongs to one active account at
 * most, which a constraint of the store keeps and no look-up beforehand. Every method throws
 * {@link dev.hauberk.UnavailableException} where the store does not answer. Thread-safe.
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
     * What else is known of a person that no new password may be built on, beside the sign-in name and the tenant's id: a name, the
     * name of an organisation. Nothing, unless an application says so.
     */
    default List<String> personal(Account account) {
        return List.of();
    }

    /**
     * Adds an account.
     *
     * @return false where the sign-in name or the id is taken, and nothing was changed
     */
    boolean add(Account account, AuditRecord record);

    /**
     * Saves the stored form of a new password, unless the account changed meanwhile: whoever knew the password before must not replace
     * the one that took its place.
     *
     * @param version the account's version when its password was shown to be known
     * @return false where there is no such active account of that version, and nothing was changed
     */
    boolean savePassword(String id, long version, String hash, AuditRecord record);

    /**
     * Replaces a stored form by another of the same password, unless it changed meanwhile. The version stays, since
     * sessions go on.
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

    /**
     * Ends the account: nobody signs in with it again, it keeps no role, and its sign-in name is free for another. Doing it
     * twice is doing it once.
     */
    void terminate(String id, AuditRecord record);

    /**
     * Accounts in the tables of {@link AccountsSchema}, on H2, PostgreSQL or MariaDB.
     *
     * <p>Each change is one short transaction: the conditional update, then {@code audit.append}, then the commit. Where
     * appending throws, everything is rolled back, so no change is without its record. Where the commit itself fails, a
     * trail that is not in the same database holds a record of a change that did not happen: the safer of the two. Where the
     * database has a change done again, its record is appended once.
     *
     * @param dataSource best a pool; what it sets for auto-commit does not matter
     */
    static Accounts jdbc(DataSource dataSource, AuditTrail audit) {
        return new JdbcAccounts(new Transactions(dataSource, "the accounts"), audit);
    }
}
