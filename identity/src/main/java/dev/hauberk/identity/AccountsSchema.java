package dev.hauberk.identity;

import dev.hauberk.store.jdbc.Schema;
import javax.sql.DataSource;

/**
 * Makes the tables of {@link Accounts#jdbc}.
 *
 * <p>The scripts are {@code META-INF/hauberk/sql/identity/<database>/V<n>__<what>.sql} of this artifact, in the form that
 * Flyway takes too; an application that has a migration tool runs them by that and calls {@link #require} at most.
 */
public final class AccountsSchema {
    private static final Schema SCHEMA = Schema.of(AccountsSchema.class, "identity", "V1__accounts.sql");

    private AccountsSchema() {}

    /**
     * Makes whatever is missing; where nothing is, only reads. Safe to run again, and by two nodes at once.
     *
     * @throws dev.hauberk.UnavailableException where the database refuses or does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     * @throws IllegalStateException where a table is there and lacks something, such as a unique index, which the message names
     */
    public static void install(DataSource dataSource) {
        SCHEMA.install(dataSource);
    }

    /**
     * Lets an application start whose tables are there, whoever made them.
     *
     * @throws IllegalStateException where a table, a column or an index is missing, which the message names
     * @throws dev.hauberk.UnavailableException where the database does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    public static void require(DataSource dataSource) {
        SCHEMA.require(dataSource);
    }
}
