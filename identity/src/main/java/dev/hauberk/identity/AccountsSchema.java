package dev.hauberk.identity;

import dev.hauberk.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * Makes the tables of {@link Accounts#jdbc}.
 *
 * <p>The scripts are {@code META-INF/hauberk/sql/identity/<database>/V<n>__<what>.sql} of this artifact, in the form that
 * Flyway takes too; an application that has a migration tool runs them by that and does not call this.
 */
public final class AccountsSchema {
    private static final List<String> SCRIPTS = List.of("V1__accounts.sql");

    private static final int TRIES = 5;

    private AccountsSchema() {}

    /**
     * Makes whatever is missing. Safe to run again, and by two nodes at once.
     *
     * @throws dev.hauberk.UnavailableException where the database refuses or does not answer
     * @throws IllegalArgumentException where it is neither H2, PostgreSQL nor MariaDB
     */
    public static void install(DataSource dataSource) {
        Transactions transactions = new Transactions(dataSource);
        String database = transactions.read(AccountsSchema::database);
        for (String script : SCRIPTS) {
            for (String statement : statements(database, script)) {
                run(transactions, statement);
            }
        }
    }

    /** Nodes that make the same table at once can collide in the catalogue itself: the next try finds it made. */
    private static void run(Transactions transactions, String sql) {
        for (int left = TRIES - 1; left >= 0; left--) {
            try {
                boolean unused = transactions.write(connection -> {
                    try (Statement statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
                return;
            } catch (UnavailableException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private static String database(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return switch (product) {
            case "h2", "postgresql", "mariadb" -> product;
            default ->
                throw new IllegalArgumentException(
                        "accounts are kept on H2, PostgreSQL or MariaDB, and this database is another: adapt your own table to "
                                + Accounts.class.getName());
        };
    }

    /** The scripts are ours: a statement ends with a semicolon at the end of its line, and a comment has a line of its own. */
    private static List<String> statements(String database, String script) {
        String text = read("/META-INF/hauberk/sql/identity/" + database + "/" + script)
                .replaceAll("(?m)^--.*$", "");
        return Arrays.stream(text.split(";\\R", -1))
                .map(String::strip)
                .filter(sql -> !sql.isEmpty())
                .toList();
    }

    private static String read(String resource) {
        try (InputStream stream = AccountsSchema.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the artifact of identity is damaged: it lacks " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
