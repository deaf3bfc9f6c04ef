package dev.hauberk.crypto.field;

import dev.hauberk.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Makes the table of {@link KeyUse#jdbc}.
 *
 * <p>The script is {@code META-INF/hauberk/sql/field/<database>/V1__key_uses.sql} of this artifact, in the form that Flyway takes
 * too; an application that has a migration tool runs it by that and does not call this.
 */
public final class KeyUseSchema {
    private static final String SCRIPT = "V1__key_uses.sql";
    private static final int TRIES = 5;

    private KeyUseSchema() {}

    /**
     * Makes the table if it is missing. Safe to run again, and by two nodes at once.
     *
     * @throws UnavailableException where the database refuses or does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    public static void install(DataSource dataSource) {
        for (int left = TRIES - 1; ; left--) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                boolean before = connection.getAutoCommit();
                connection.setAutoCommit(true);
                statement.execute(script(connection));
                connection.setAutoCommit(before);
                return;
            } catch (SQLException e) {
                // Nodes that make the same table at once can collide in the catalogue itself: the next try finds it
                // made.
                if (left == 0) {
                    throw new UnavailableException(
                            "the table of the uses of keys was not made: SQLSTATE " + e.getSQLState() + ", error "
                                    + e.getErrorCode() + ", " + e.getClass().getName());
                }
            }
        }
    }

    private static String script(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "h2", "postgresql", "mariadb" -> read("/META-INF/hauberk/sql/field/" + product + "/" + SCRIPT);
            default ->
                throw new IllegalArgumentException("the uses of keys are counted on H2, PostgreSQL or MariaDB, and this"
                        + " database is another: implement " + KeyUse.class.getName());
        };
    }

    /** The script is ours: one statement, which may end with a semicolon. */
    private static String read(String resource) {
        try (InputStream stream = Objects.requireNonNull(
                KeyUseSchema.class.getResourceAsStream(resource), "the artifact of crypto is damaged")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
