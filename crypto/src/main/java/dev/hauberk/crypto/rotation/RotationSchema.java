package dev.hauberk.crypto.rotation;

import dev.hauberk.UnavailableException;
import dev.hauberk.store.jdbc.Schema;
import javax.sql.DataSource;

/**
 * Makes the table in which a {@link Rotation} keeps how far it is.
 *
 * <p>The script is {@code META-INF/hauberk/sql/rotation/<database>/V1__rotations.sql} of this artifact, in the form that Flyway takes
 * too; an application that has a migration tool runs it by that and calls {@link #require} at most.
 */
public final class RotationSchema {
    private static final Schema SCHEMA = Schema.of(RotationSchema.class, "rotation", "V1__rotations.sql");

    private RotationSchema() {}

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
