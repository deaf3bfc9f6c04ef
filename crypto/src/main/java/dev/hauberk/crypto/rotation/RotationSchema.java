package dev.hauberk.crypto.rotation;

import dev.hauberk.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Makes the table in which a {@link Rotation} keeps how far it is.
 *
 * <p>The script is {@code META-INF/hauberk/sql/rotation/<database>/V1__rotations.sql} of this artifact, in the form that Flyway
 * takes too; an application that has a migration tool runs it by that and does not call this.
 */
public final class RotationSchema {
    private static final int TRIES = 5;

    private RotationSchema() {}

    /**
     * Makes the table where it is missing. Safe to run again, and by two nodes at once.
     *
     * @throws UnavailableException where the database refuses or does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    public static void install(DataSource dataSource) {
        Transactions transactions = new Transactions(dataSource);
        String sql = script(transactions.run(Database::of));
        for (int left = TRIES - 1; ; left--) {
            try {
                boolean unused = transactions.run(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
                return;
            } catch (UnavailableException | RefusedException e) {
                // Nodes that make the same table at once can collide in the catalogue itself: the next try finds it
                // made.
                if (left == 0) {
                    throw new UnavailableException("the table of rotations cannot be made: " + e.getMessage());
                }
            }
        }
    }

    private static String script(Database database) {
        String name = "/META-INF/hauberk/sql/rotation/" + database.folder() + "/V1__rotations.sql";
        try (InputStream stream = Objects.requireNonNull(RotationSchema.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
