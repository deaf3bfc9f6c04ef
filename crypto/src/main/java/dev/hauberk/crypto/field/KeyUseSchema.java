package dev.hauberk.crypto.field;

import dev.hauberk.UnavailableException;
import dev.hauberk.store.jdbc.Schema;
import javax.sql.DataSource;

/**
 * Makes the table of {@link KeyUse#jdbc}.
 *
 * <p>The script is {@code META-INF/hauberk/sql/field/<database>/V1__key_uses.sql} of this artifact, in the form that Flyway takes
 * too; an application that has a migration tool runs it by that and calls {@link #require} at most.
 */
public final class KeyUseSchema {
    private static final Schema SCHEMA = Schema.of(KeyUseSchema.class, "field", "V1__key_uses.sql");

    private KeyUseSchema() {}

    /**
     * Makes the table where it is missing; where it is not, only reads. Safe to run again, and by two nodes at once.
     *
     * @throws UnavailableException where the database refuses or does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     * @throws IllegalStateException where the table is there and lacks something, which the message names
     */
    public static void install(DataSource dataSource) {
        SCHEMA.install(dataSource);
    }

    /**
     * Lets an application start whose table is there, whoever made it.
     *
     * @throws IllegalStateException where the table, a column or its key is missing, which the message names
     * @throws UnavailableException where the database does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    public static void require(DataSource dataSource) {
        SCHEMA.require(dataSource);
    }
}
